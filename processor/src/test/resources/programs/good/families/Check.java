package good.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

public final class Check {
    private Check() {}

    public static void run() throws Exception {
        List<Families.Shape> shapes = List.of(
                new Families.Circle(1, Families.Color.GREEN),
                new Families.Oval(2, 3),
                new Families.Square(4),
                Families.Unit.LINE);
        assertThat(ShapesLauncher.invoke(shapes)).isEqualTo(shapes);
        List<Families.Circle> circles = List.of(new Families.Circle(1, null));
        assertThat(ShapesLauncher.invoke(circles)).isEqualTo(circles);

        assertThat(RestfulLauncher.invoke(Families.Color.GREEN)).isTrue();
        assertThat(EmptyLauncher.invoke(new Families.Empty())).isEqualTo(new Families.Empty());
        List<Families.Awkward> awkward =
                List.of(new Families.Int(1), new Families.Value("v"), new Families.Out("o"));
        assertThat(AwkwardLauncher.invoke(awkward)).isEqualTo(awkward);
        assertThat(OnlyLauncher.invoke(new Families.One("1"))).isEqualTo(new Families.One("1"));
        assertThat(LegsLauncher.invoke(new Families.Dog(3))).isEqualTo(3);
        assertThat(LegsLauncher.invoke(new Families.Cat("c"))).isEqualTo(4);
        List<Families.Letter> letters = List.of(
                new Families.A(), new Families.B(), new Families.C(), new Families.D(), new Families.E(),
                new Families.F(), new Families.G(), new Families.H(), new Families.I(), new Families.J(),
                new Families.K(), new Families.L());
        assertThat(LettersLauncher.invoke(letters)).isEqualTo(letters);
        recursion();
    }

    private static void recursion() throws Exception {
        Families.Tree tree = new Families.Tree(
                "root",
                List.of(
                        new Families.Tree("a", List.of()),
                        new Families.Tree("b", List.of(new Families.Tree("c", List.of())))));
        assertThat(TreeLauncher.invoke(tree)).isEqualTo(tree);
        Families.Node node = new Families.Node(1, new Families.Node(2, null));
        assertThat(NodeLauncher.invoke(node)).isEqualTo(node);
        assertThat(EvaluateLauncher.invoke(new Families.Sum(
                        new Families.Number(1),
                        new Families.Sum(new Families.Number(2), new Families.Number(3)))))
                .isEqualTo(6);
        Families.Ping ping = PingLauncher.invoke(new Families.Ping(
                List.of(new Families.Pong(new Families.Ping[] {new Families.Ping(List.of())}))));
        assertThat(ping.pongs().get(0).pings()[0].pongs()).isEmpty();
    }
}
