#pragma once

namespace patina {

enum class Activation { None, Relu, Relu6 };

} // namespace patina
