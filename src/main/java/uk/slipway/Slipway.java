package uk.slipway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The web portal for regional sector-led improvement in English children's services. */
@Modulithic(systemName = "Slipway")
@SpringBootApplication
public class Slipway {

    public static void main(String[] arguments) {
        SpringApplication.run(Slipway.class, arguments);
    }
}
