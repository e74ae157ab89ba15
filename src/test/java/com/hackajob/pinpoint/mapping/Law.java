package com.hackajob.pinpoint.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/** Holds whatever the arguments: fifty of them, the same in every run. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(tries = 50, seed = "1", edgeCases = EdgeCasesMode.NONE)
@interface Law {}
