package com.hackajob.pinpoint.lambda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where there is no browser, and says how to have them run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    /** Whether Chromium and its driver are there. */
    final class Condition implements ExecutionCondition {

        private static final String REMEDY = "no Chromium installed; apt-get install chromium chromium-driver";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.isInstalled()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.println(context.getDisplayName() + " skipped: " + REMEDY);
            }
            return ConditionEvaluationResult.disabled(REMEDY);
        }
    }
}
