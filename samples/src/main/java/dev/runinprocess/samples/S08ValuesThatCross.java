package dev.runinprocess.samples;

import dev.runinprocess.RunInProcess;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Arguments and results with structure.
 *
 * <p>Teaches: records, sealed families of records, enums, collections, arrays, {@code java.time} and their like cross, nested and
 * recursive ones, too. The compiler writes their codecs, and refuses what cannot cross: with a {@code Thread} among the parameters of
 * {@code evaluate} this would not compile, and the message would say what to pass instead.
 *
 * <p>You should see:
 *
 * <pre>{@code
 * A bill of 3 lamps at 49.90 and shipping at 5.00.
 * Evaluation[value=154.70, variables=[lamps, price, shipping]]
 * }</pre>
 */
public final class S08ValuesThatCross {
    sealed interface Expression {}

    record Amount(BigDecimal value) implements Expression {}

    record Variable(String name) implements Expression {}

    record Sum(List<Expression> terms) implements Expression {}

    record Product(Expression left, Expression right) implements Expression {}

    record Evaluation(BigDecimal value, SortedSet<String> variables) {}

    @RunInProcess
    static Evaluation evaluate(Expression expression, Map<String, BigDecimal> values) {
        SortedSet<String> variables = new TreeSet<>();
        BigDecimal value = value(expression, values, variables);
        return new Evaluation(value, variables);
    }

    private static BigDecimal value(Expression expression, Map<String, BigDecimal> values, SortedSet<String> met) {
        if (expression instanceof Amount amount) {
            return amount.value();
        } else if (expression instanceof Variable variable) {
            met.add(variable.name());
            return values.getOrDefault(variable.name(), BigDecimal.ZERO);
        } else if (expression instanceof Sum sum) {
            return sum.terms().stream().map(term -> value(term, values, met)).reduce(BigDecimal.ZERO, BigDecimal::add);
        } else if (expression instanceof Product product) {
            return value(product.left(), values, met).multiply(value(product.right(), values, met));
        }
        throw new IllegalStateException("unknown kind of expression: " + expression);
    }

    public static void main(String[] args) throws Exception {
        Expression lamps = new Product(new Variable("lamps"), new Variable("price"));
        Expression bill = new Sum(List.of(lamps, new Variable("shipping")));
        Map<String, BigDecimal> values = Map.of(
                "lamps", new BigDecimal(3), "price", new BigDecimal("49.90"), "shipping", new BigDecimal("5.00"));
        System.out.println("A bill of 3 lamps at 49.90 and shipping at 5.00.");
        System.out.println(EvaluateLauncher.invoke(bill, values));
    }
}
