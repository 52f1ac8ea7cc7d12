package uk.slipway.peerchallenge;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers a step that cannot be taken from where a forum stands: back to the forum, which says where it stands. */
@ControllerAdvice(basePackageClasses = StepsOut.class)
class StepsOut {

    @ExceptionHandler(OutOfStep.class)
    ModelAndView outOfStep(OutOfStep step, jakarta.servlet.http.HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", step.inWords());
        var parts = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/");
        boolean ofAForum = parts.length > 2 && parts[2].length() == 36;
        return new ModelAndView(
                "redirect:/forums" + (ofAForum ? "/" + parts[2] : parts.length > 2 ? "/" + parts[2] : ""));
    }
}
