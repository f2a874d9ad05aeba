package dev.runinprocess.internal.shm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.internal.os.ProcessStat;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Who has a slot, and who is dead: among others a process whose id another one has now. */
final class SlotTableTest {
    private static final int SLOTS = 4;

    private final long self = ProcessHandle.current().pid();
    private final Words control = new Words(ByteBuffer.allocateDirect(ControlLayout.bytes(SLOTS)));
    private final SlotTable slots = new SlotTable(control, SLOTS);

    @Test
    void process_thatLives_keepsItsSlot() {
        long owner = slots.claim(self);

        assertThat(slots.findDead(OwnerWord.slot(owner))).isZero();
        assertThat(slots.isReaped(owner)).isFalse();
        assertThat(slots.pidOf(owner)).isEqualTo(self);
    }

    /** The id is taken again, here by this process, but the one in the slot began at another time. */
    @Test
    void process_whoseIdAnotherHasNow_isDead() {
        long begin = ProcessStat.startOf(self);
        control.ordered(ControlLayout.slotAt(1), SlotWord.of(7, begin - 1, self));

        long dead = slots.findDead(1);
        assertThat(dead).isNotZero();
        assertThat(slots.free(1, dead)).isTrue();
        long owner = SlotTable.process(1, dead);
        assertThat(slots.isReaped(owner)).isTrue();
        assertThat(slots.isTaken(1)).isFalse();
        assertThat(slots.pidOf(owner)).isEqualTo(self);
    }

    @Test
    void process_whoseStartNobodyKnew_isAliveAsLongAsItsIdIs() {
        control.ordered(ControlLayout.slotAt(1), SlotWord.of(7, SlotWord.UNKNOWN_START, self));

        assertThat(slots.findDead(1)).isZero();
    }

    @Test
    void slotOfTheDead_isFreedOnce_andItsNextProcessIsAnotherOwner() {
        long begin = ProcessStat.startOf(self);
        for (int slot = 0; slot < SLOTS; slot++) {
            control.ordered(ControlLayout.slotAt(slot), SlotWord.of(0, begin - 1, self));
        }
        assertThat(slots.claim(self)).isEqualTo(SlotTable.NONE);
        long dead = slots.findDead(2);
        assertThat(slots.free(2, dead)).isTrue();
        assertThat(slots.free(2, dead)).isFalse();

        long next = slots.claim(self);
        assertThat(OwnerWord.slot(next)).isEqualTo(2);
        assertThat(next).isNotEqualTo(SlotTable.process(2, dead));
        assertThat(slots.isReaped(next)).isFalse();
    }
}
