package org.quipu.store;

import static java.util.Locale.ROOT;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quipu.Coded;
import org.quipu.StoredText;

/**
 * A table: its name, and the record whose components are its columns, in order. Column names are
 * the components' in snake case. A column holds text, whole numbers, doubles (NaN is empty),
 * booleans, an enum by its {@link Coded code}, or another value as {@link StoredText}.
 */
public final class Table<R extends Record> {
  public static final Table<PrevalenceRow> PREVALENCE =
      new Table<>("prevalence", PrevalenceRow.class);
  public static final Table<PositionRow> POSITION = new Table<>("position", PositionRow.class);
  public static final Table<ComparisonRow> COMPARISON =
      new Table<>("comparison", ComparisonRow.class);
  public static final Table<ChangeRow> CHANGE = new Table<>("change", ChangeRow.class);
  public static final Table<HeterogeneityRow> CHANGE_HETEROGENEITY =
      new Table<>("change_heterogeneity", HeterogeneityRow.class);
  public static final Table<ContrastRow> CHANGE_CONTRAST =
      new Table<>("change_contrast", ContrastRow.class);
  public static final Table<DecompositionRow> CHANGE_DECOMPOSITION =
      new Table<>("change_decomposition", DecompositionRow.class);
  public static final Table<SensitivityRow> CHANGE_SENSITIVITY =
      new Table<>("change_sensitivity", SensitivityRow.class);
  public static final Table<TrendRow> TREND = new Table<>("trend", TrendRow.class);
  public static final Table<AverageRow> AVERAGE = new Table<>("average", AverageRow.class);
  public static final Table<AverageChangeRow> AVERAGE_CHANGE =
      new Table<>("average_change", AverageChangeRow.class);
  public static final Table<CoverageRow> COVERAGE = new Table<>("coverage", CoverageRow.class);
  public static final Table<AssociationRow> ASSOCIATION =
      new Table<>("association", AssociationRow.class);
  public static final Table<AssociationPointRow> ASSOCIATION_POINT =
      new Table<>("association_point", AssociationPointRow.class);
  public static final Table<InfluenceRow> ASSOCIATION_INFLUENCE =
      new Table<>("association_influence", InfluenceRow.class);
  public static final Table<EventStudyRow> EVENT_STUDY =
      new Table<>("event_study", EventStudyRow.class);
  public static final Table<SmallAreaRow> SMALL_AREAS =
      new Table<>("small_areas", SmallAreaRow.class);
  public static final Table<SmallAreaModelRow> SMALL_AREA_MODEL =
      new Table<>("small_area_model", SmallAreaModelRow.class);
  public static final Table<SmallAreaDiagnosticRow> SMALL_AREA_DIAGNOSTICS =
      new Table<>("small_area_diagnostics", SmallAreaDiagnosticRow.class);
  public static final Table<SmallAreaPlanningRow> SMALL_AREA_PLANNING =
      new Table<>("small_area_planning", SmallAreaPlanningRow.class);
  public static final Table<TargetRow> TARGETS = new Table<>("targets", TargetRow.class);
  public static final Table<TargetSummaryRow> TARGETS_SUMMARY =
      new Table<>("targets_summary", TargetSummaryRow.class);
  public static final Table<ValidationRow> VALIDATION =
      new Table<>("validation", ValidationRow.class);
  public static final Table<EstimateRow> ESTIMATE = new Table<>("estimate", EstimateRow.class);
  public static final Table<EstimateCovarianceRow> ESTIMATE_COVARIANCE =
      new Table<>("estimate_covariance", EstimateCovarianceRow.class);
  public static final Table<RegressionRow> REGRESSION =
      new Table<>("regression", RegressionRow.class);
  public static final Table<RegressionTestRow> REGRESSION_TEST =
      new Table<>("regression_test", RegressionTestRow.class);
  public static final Table<RegressionMarginRow> REGRESSION_MARGIN =
      new Table<>("regression_margin", RegressionMarginRow.class);
  public static final Table<RegressionCovarianceRow> REGRESSION_COVARIANCE =
      new Table<>("regression_covariance", RegressionCovarianceRow.class);
  public static final Table<CrosstabRow> CROSSTAB = new Table<>("crosstab", CrosstabRow.class);
  public static final Table<CrosstabTestRow> CROSSTAB_TEST =
      new Table<>("crosstab_test", CrosstabTestRow.class);
  public static final Table<CompareRow> COMPARE = new Table<>("compare", CompareRow.class);
  public static final Table<EstimateContrastRow> CONTRAST =
      new Table<>("contrast", EstimateContrastRow.class);
  public static final Table<EstimateContrastCovarianceRow> CONTRAST_COVARIANCE =
      new Table<>("contrast_covariance", EstimateContrastCovarianceRow.class);
  public static final Table<DistrictServiceRow> DISTRICT_SERVICES =
      new Table<>("district_services", DistrictServiceRow.class);
  public static final Table<ProgramRow> PROGRAMS = new Table<>("programs", ProgramRow.class);
  public static final Table<PublishedRow> PUBLISHED = new Table<>("published", PublishedRow.class);
  public static final Table<ProgramConflictRow> PROGRAM_CONFLICTS =
      new Table<>("program_conflicts", ProgramConflictRow.class);
  public static final Table<RegionRow> REGIONS = new Table<>("regions", RegionRow.class);
  public static final Table<PopulationRow> POPULATION =
      new Table<>("population", PopulationRow.class);
  public static final Table<DistrictRow> DISTRICTS = new Table<>("districts", DistrictRow.class);
  public static final Table<ProvinceRow> PROVINCES = new Table<>("provinces", ProvinceRow.class);

  private final String name;
  private final List<Column> columns;
  private final Constructor<R> constructor;

  /** A further table, for packages that keep one of their own. */
  public Table(String name, Class<R> type) {
    this.name = name;
    RecordComponent[] components = type.getRecordComponents();
    this.columns = Arrays.stream(components).map(Column::of).toList();
    this.constructor =
        constructor(
            type, Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }

  private static <R> Constructor<R> constructor(Class<R> type, Class<?>[] components) {
    try {
      return type.getDeclaredConstructor(components);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " is no record", e);
    }
  }

  public String name() {
    return name;
  }

  /** The name of a part of the table that is made by itself, such as {@code level=district}. */
  public String part(String part) {
    return name + "/" + part;
  }

  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * A row from one value a column, in order; null is empty.
   *
   * @throws IllegalArgumentException if a column's text is none that its type knows
   */
  R row(Object[] values) {
    Object[] components = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      components[i] = columns.get(i).component(values[i]);
    }

    try {
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("table " + name + ": " + e.getMessage(), e);
    }
  }

  /** The values of a row, in order; null where empty. */
  public List<Object> values(R row) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      values.add(column.value(row));
    }

    return values;
  }

  public enum Kind {
    TEXT,
    INT,
    LONG,
    DOUBLE,
    BOOLEAN
  }

  /**
   * A column.
   *
   * @param reading the component's value from the stored one
   */
  public record Column(
      String name,
      Kind kind,
      boolean required,
      RecordComponent component,
      Function<Object, Object> reading) {
    static Column of(RecordComponent component) {
      Class<?> type = component.getType();
      Function<Object, Object> reading = Function.identity();
      Kind kind;
      if (type == String.class) {
        kind = Kind.TEXT;
      } else if (type.isEnum() && Coded.class.isAssignableFrom(type)) {
        kind = Kind.TEXT;
        reading = constants(type);
      } else if (StoredText.class.isAssignableFrom(type)) {
        kind = Kind.TEXT;
        Method parse = parse(type);
        reading = text -> parsed(parse, (String) text);
      } else if (type == int.class || type == Integer.class) {
        kind = Kind.INT;
      } else if (type == long.class || type == Long.class) {
        kind = Kind.LONG;
      } else if (type == double.class) {
        kind = Kind.DOUBLE;
      } else if (type == boolean.class || type == Boolean.class) {
        kind = Kind.BOOLEAN;
      } else {
        throw new IllegalArgumentException("no column for " + component);
      }

      boolean required = type.isPrimitive() && type != double.class;
      return new Column(snake(component.getName()), kind, required, component, reading);
    }

    Object value(Record row) {
      try {
        Object value = component.getAccessor().invoke(row);
        if (value instanceof Coded coded) {
          return coded.code();
        } else if (value instanceof StoredText) {
          return value.toString();
        }

        return value instanceof Double number && number.isNaN() ? null : value;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component + ": " + e.getMessage(), e);
      }
    }

    /** The component's value from what {@link #value} gave. */
    Object component(Object value) {
      if (value == null && required) {
        throw new IllegalArgumentException("column " + name + ": no value");
      }

      try {
        return value == null ? null : reading.apply(value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("column " + name + ": " + e.getMessage(), e);
      }
    }

    /**
     * The constants of an enum by their codes; another code is refused with those that there are.
     */
    private static Function<Object, Object> constants(Class<?> type) {
      Map<Object, Object> byCode = new HashMap<>();
      for (Object constant : type.getEnumConstants()) {
        byCode.put(((Coded) constant).code(), constant);
      }

      return code -> {
        Object constant = byCode.get(code);
        return constant == null ? constant(type, (String) code) : constant;
      };
    }

    // Raw, as a class literal of a generic bound cannot be written.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String code) {
      return Coded.of((Class) type, code);
    }

    private static Method parse(Class<?> type) {
      try {
        return type.getMethod("parse", String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(type + " has no public method parse(String)", e);
      }
    }

    private static Object parsed(Method parse, String text) {
      try {
        return parse.invoke(null, text);
      } catch (InvocationTargetException e) {
        throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(parse + ": " + e.getMessage(), e);
      }
    }

    private static String snake(String camel) {
      return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(ROOT);
    }
  }
}
