package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.slipway.web.NotYours;

/** Enforces {@link OnlyFor} before a handler runs, and hands the handler its {@link Viewer}. */
@Component
class RoleGate implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private final CurrentViewer currentViewer;

    RoleGate(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isARoomsOwn(method)) {
            return true;
        }
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), Anyone.class)) {
            return true;
        }
        var gate = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OnlyFor.class);
        if (gate == null) {
            if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Anyone.class)) {
                return true;
            }
            gate = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), OnlyFor.class);
        }
        var viewer = currentViewer.of(request);
        if (viewer.isEmpty() && currentViewer.isSignedIn()) {
            leave(request, response);
            return false;
        }
        if (gate == null
                || viewer.isEmpty()
                || !Arrays.asList(gate.value()).contains(viewer.get().role())) {
            throw new NotYours();
        }
        return true;
    }

    /** The kit's own pages know no roles, and no error page may need one. */
    private static boolean isARoomsOwn(HandlerMethod method) {
        var room = method.getBeanType().getPackageName();
        return room.startsWith("uk.slipway.") && !room.equals("uk.slipway.web");
    }

    /** Whose last role has ended is out at once, and is told so. */
    private static void leave(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        response.setHeader("Location", request.getContextPath() + "/sign-in?left");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new NotYours();
        }
        return currentViewer.of(servletRequest).orElseThrow(NotYours::new);
    }
}
