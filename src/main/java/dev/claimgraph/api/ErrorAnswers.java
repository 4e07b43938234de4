package dev.claimgraph.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Answers requests that fail before GraphQL has seen them in the form that its clients read. */
@Component
class ErrorAnswers extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var failure = super.getErrorAttributes(request, options);
        if (!Endpoint.PATH.equals(failure.get("path"))) {
            return failure;
        }
        var ours = failure.get("status") instanceof Integer status && status >= 500;
        var message = ours ? "Something went wrong on our side." : "The request cannot be read.";
        var code = ours ? ErrorCode.INTERNAL : ErrorCode.BAD_REQUEST;
        return Map.copyOf(RefusedRequest.because(code, message).body());
    }
}
