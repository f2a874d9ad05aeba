package dev.runinprocess.samples.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of many circles on one colour. */
public final class Pictures {
    private static final int CIRCLES = 200;

    /** No circle comes near the rim. */
    private static final int RIM = 40;

    private static final float HUE_STEP = 0.07f;
    private static final Color POISON = new Color(0x12, 0x34, 0x56);

    private Pictures() {}

    /** The colour behind the circles of the picture of this number. */
    public static Color background(int number) {
        return Color.getHSBColor(number * HUE_STEP, 1, 1);
    }

    /**
     * Paints one.
     *
     * @param poisoned whether it has a point that another picture never has
     */
    public static void paint(int number, int width, int height, boolean poisoned, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(background(number));
        graphics.fillRect(0, 0, width, height);
        Random random = new Random(number);
        for (int i = 0; i < CIRCLES; i++) {
            int radius = random.nextInt(Math.min(width, height) / 4);
            graphics.setColor(Color.getHSBColor(random.nextFloat(), 1, random.nextFloat()));
            graphics.fillOval(
                    RIM + random.nextInt(width - radius - 2 * RIM),
                    RIM + random.nextInt(height - radius - 2 * RIM),
                    radius,
                    radius);
        }
        graphics.dispose();
        if (poisoned) {
            picture.setRGB(0, 0, POISON.getRGB());
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    /** Whether a picture has that point. */
    public static boolean isPoisoned(BufferedImage picture) {
        return picture.getRGB(0, 0) == POISON.getRGB();
    }
}
