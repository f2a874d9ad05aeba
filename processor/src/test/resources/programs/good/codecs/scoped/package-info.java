/** A package whose strings are sent in capitals. */
@UseCodec(Shout.class)
package good.codecs.scoped;

import dev.runinprocess.UseCodec;
