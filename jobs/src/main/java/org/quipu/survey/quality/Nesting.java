package org.quipu.survey.quality;

import java.util.Optional;
import java.util.function.Function;

/**
 * A dimension whose codes are parts of the codes of a coarser one, such as provinces of regions.
 *
 * @param part the finer dimension
 * @param whole the coarser dimension
 * @param containing the code of the whole that a code of the part belongs to; empty where it
 *     belongs to none
 */
public record Nesting(String part, String whole, Function<String, Optional<String>> containing) {}
