package good.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import good.codecs.scoped.ShoutLauncher;
import java.util.List;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        Money money = new Money(1, "new");
        Scopes.Order order = new Scopes.Order(money, money, "text");

        assertThat(NoMarkLauncher.invoke(money).way()).isEqualTo("plain");
        Scopes.Order ofClass = OfClassLauncher.invoke(order);
        assertThat(ofClass.money().way()).isEqualTo("fast");
        assertThat(ofClass.tip().way()).isEqualTo("safe");
        assertThat(ofClass.text()).isEqualTo("text");
        Scopes.Order ofMethod = OfMethodLauncher.invoke(order);
        assertThat(ofMethod.money().way()).isEqualTo("fast"); // the record is declared inside of the marked class
        assertThat(ofMethod.text()).isEqualTo("TEXT");
        assertThat(OfParameterLauncher.invoke(money, money, "c", "d")).isEqualTo("safefastCd");
        assertThat(OfRecordLauncher.invoke(new Scopes.Shouted("a", List.of("b"))))
                .isEqualTo(new Scopes.Shouted("A", List.of("B")));
        assertThat(OfGenericRecordLauncher.invoke(new Scopes.Pair<>("a", "b"))).isEqualTo(new Scopes.Pair<>("a", "B"));
        assertThat(OfListLauncher.invoke(List.of("a", "b"))).containsExactly("length 2");
        assertThat(OfIntLauncher.invoke(1)).isEqualTo(2);
        assertThat(TwoScopesLauncher.invoke(new Scopes.Pair<>("a", ""), new Scopes.Pair<>("a", "")))
                .isEqualTo("Aa".hashCode());
        assertThat(ShoutLauncher.invoke("a")).isEqualTo("a!!");
    }
}
