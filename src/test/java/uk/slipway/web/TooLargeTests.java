package uk.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class TooLargeTests {
    private static int answer(String type, int bytes) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/forums");
        request.setContentType(type);
        request.setContent(new byte[bytes]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new TooLarge(DataSize.ofBytes(100), DataSize.ofBytes(1000)).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void refusesWhatTheServerWouldDrop() throws Exception {
        assertThat(answer("application/x-www-form-urlencoded", 101)).isEqualTo(413);
        assertThat(answer("multipart/form-data; boundary=x", 1001)).isEqualTo(413);
    }

    @Test
    void letsThroughWhatItReads() throws Exception {
        assertThat(answer("application/x-www-form-urlencoded", 100)).isEqualTo(200);
        assertThat(answer("multipart/form-data; boundary=x", 1000)).isEqualTo(200);
    }
}
