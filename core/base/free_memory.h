#pragma once

namespace patina {

/// Gives memory that has been freed back to the system, as far as the allocator can: images of many sizes leave it in
/// pieces that it would keep. Costs some milliseconds.
void giveBackFreeMemory();

} // namespace patina
