package dev.runinprocess.samples;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;

/**
 * Arguments by position, by name, and left out.
 *
 * <p>Teaches: a launcher takes what the method takes, checked by the compiler. {@link Default} gives a parameter a value
 * for launches that leave it out. Names may come in any order.
 *
 * <p>You should see:
 *
 * <pre>{@code
 * Coffee.....3.20
 * Coffee...3.20
 * Coffee   3.20
 * Coffee-----3.20
 * Arguments of line are missing: price. Give each before the launch.
 * }</pre>
 */
public final class S02Arguments {
    @RunInProcess
    static String line(String article, String price, @Default("15") int width, @Default(".") char fill) {
        int gap = Math.max(1, width - article.length() - price.length());
        return article + String.valueOf(fill).repeat(gap) + price;
    }

    public static void main(String[] args) throws Exception {
        // By position. Parameters at the end that have a default may be left out.
        System.out.println(LineLauncher.invoke("Coffee", "3.20"));
        System.out.println(LineLauncher.invoke("Coffee", "3.20", 13));
        System.out.println(LineLauncher.invoke("Coffee", "3.20", 13, ' '));

        // By name, in any order. Any default may be left out.
        System.out.println(
                LineLauncher.with().fill('-').price("3.20").article("Coffee").invoke());

        // What is missing is named, before anything starts.
        try {
            LineLauncher.with().article("Coffee").start();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
