import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.startup.Tomcat;

/**
 * The least that could answer the same: a servlet that sends the page's own SQL statements and then the page's own
 * bytes. Arguments: port, JDBC address, the folder with {@code N.sql} (statements between U+0001) and {@code N.html}.
 */
class Bare {

    record Page(String[] statements, byte[] bytes) {}

    public static void main(String[] arguments) throws Exception {
        var settings = new HikariConfig();
        settings.setJdbcUrl(arguments[1]);
        settings.setUsername("postgres");
        var pool = new HikariDataSource(settings);
        var folder = Path.of(arguments[2]);
        Map<String, Page> pages = new ConcurrentHashMap<>();
        var tomcat = new Tomcat();
        tomcat.setBaseDir("target/bench/tomcat");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector();
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                var name = request.getRequestURI().substring(1);
                var page = pages.computeIfAbsent(name, key -> read(folder, key));
                try (var connection = pool.getConnection()) {
                    for (var sql : page.statements()) {
                        try (var statement = connection.prepareStatement(sql)) {
                            if (statement.execute()) {
                                try (var rows = statement.getResultSet()) {
                                    int columns = rows.getMetaData().getColumnCount();
                                    while (rows.next()) {
                                        for (int i = 1; i <= columns; i++) {
                                            rows.getString(i);
                                        }
                                    }
                                }
                            }
                        }
                    }
                } catch (SQLException e) {
                    throw new IOException(e);
                }
                response.setContentType("text/html;charset=UTF-8");
                response.getOutputStream().write(page.bytes());
            }
        });
        context.addServletMappingDecoded("/*", "bare");
        tomcat.start();
        System.out.println("ready");
        tomcat.getServer().await();
    }

    private static Page read(Path folder, String name) {
        try {
            var sql = Files.readString(folder.resolve(name + ".sql"));
            return new Page(
                    sql.isEmpty() ? new String[0] : sql.split("\u0001"),
                    Files.readAllBytes(folder.resolve(name + ".html")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
