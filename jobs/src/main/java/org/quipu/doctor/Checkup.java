package org.quipu.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quipu.Quipu;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** All checks, in the order in which what fails first explains what fails later. */
public final class Checkup {
  private Checkup() {}

  /** The words in which findings are put. */
  public static Messages texts(Language language) {
    return Messages.beside(Checkup.class, "doctor", language);
  }

  /**
   * Looks at the machine and at the folders, and tries Spark, a figure and a page for paper.
   *
   * @param folders that are to be written to
   */
  public static List<Finding> run(Collection<Path> folders, Language language) {
    Messages texts = texts(language);
    List<Finding> findings = new ArrayList<>(Machine.here().findings(texts, language));
    Folders places = new Folders(texts, language);
    folders.forEach(folder -> findings.add(places.finding(folder)));
    findings.add(((Trial) Trials::spark).finding(texts, language, "spark"));
    findings.add(((Trial) Trials::figure).finding(texts, language, "figure"));
    findings.add(((Trial) Trials::page).finding(texts, language, "page"));
    findings.add(SharedClasses.here(Quipu.class).finding(texts));
    return findings;
  }
}
