#include "core/synthesis/spec_fields.h"

#include <array>

namespace patina::synthesis {

namespace {

constexpr std::array counts{
    CountField{"train", &SynthesisCounts::train},
    CountField{"validation", &SynthesisCounts::validation},
    CountField{"testGood", &SynthesisCounts::testGood},
    CountField{"testDefect", &SynthesisCounts::testDefect},
    CountField{"testAmbiguous", &SynthesisCounts::testAmbiguous},
};

} // namespace

std::vector<RangeField> rangeFields(SynthesisRanges &ranges)
{
    std::vector<RangeField> fields;
    SynthesisRanges::visit(ranges, [&]<typename Ranges>(Ranges &model) {
        for (const RangeOf<Ranges> &field : RangeTable<Ranges>::fields)
            fields.push_back(
                {RangeTable<Ranges>::section, field.name, &(model.*field.of), field.lowest, field.highest});
    });
    return fields;
}

std::span<const CountField> countFields()
{
    return counts;
}

} // namespace patina::synthesis
