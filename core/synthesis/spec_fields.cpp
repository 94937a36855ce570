#include "core/synthesis/spec_fields.h"

#include <array>

namespace patina::synthesis {

namespace {

template <auto Section, auto Field>
Range &rangeOf(SynthesisRanges &ranges)
{
    return ranges.*Section.*Field;
}

using All = SynthesisRanges;
using Brushed = BrushedRanges;
using Light = LightRanges;
using Camera = CameraRanges;
using Scratch = ScratchRanges;
using Stain = WaterStainRanges;

constexpr std::array fields{
    RangeField{"surface", "directionDeg", rangeOf<&All::surface, &Brushed::directionDeg>, -180.0, 180.0},
    RangeField{"surface", "roughnessRqUm", rangeOf<&All::surface, &Brushed::roughnessRqUm>, 0.0, 10.0},
    RangeField{"surface", "grooveLengthMm", rangeOf<&All::surface, &Brushed::grooveLengthMm>, 0.05, 100.0},
    RangeField{"surface", "alphaAlong", rangeOf<&All::surface, &Brushed::alphaAlong>, 0.03, 0.8},
    RangeField{"surface", "alphaAcross", rangeOf<&All::surface, &Brushed::alphaAcross>, 0.03, 0.8},
    RangeField{"surface", "bandContrast", rangeOf<&All::surface, &Brushed::bandContrast>, 0.0, 0.5},
    RangeField{"light", "azimuthDeg", rangeOf<&All::light, &Light::azimuthDeg>, -360.0, 360.0},
    RangeField{"light", "tiltDeg", rangeOf<&All::light, &Light::tiltDeg>, 0.0, 40.0},
    RangeField{"light", "distanceDiagonals", rangeOf<&All::light, &Light::distanceDiagonals>, 0.8, 20.0},
    RangeField{"light", "ambient", rangeOf<&All::light, &Light::ambient>, 0.0, 0.9},
    RangeField{"camera", "blurPx", rangeOf<&All::camera, &Camera::blurPx>, 0.0, 4.0},
    RangeField{"camera", "exposure", rangeOf<&All::camera, &Camera::exposure>, 0.01, 0.9},
    RangeField{"camera", "fullWellElectrons", rangeOf<&All::camera, &Camera::fullWellElectrons>, 500.0, 1e6},
    RangeField{"camera", "readNoiseElectrons", rangeOf<&All::camera, &Camera::readNoiseElectrons>, 0.0, 500.0},
    RangeField{"camera", "vignetting", rangeOf<&All::camera, &Camera::vignetting>, 0.0, 0.9},
    RangeField{"scratch", "perImage", rangeOf<&All::scratch, &Scratch::perImage>, 1.0, 50.0},
    RangeField{"scratch", "lengthMm", rangeOf<&All::scratch, &Scratch::lengthMm>, 0.01, 500.0},
    RangeField{"scratch", "widthUm", rangeOf<&All::scratch, &Scratch::widthUm>, 0.5, 5000.0},
    RangeField{"scratch", "depthToWidth", rangeOf<&All::scratch, &Scratch::depthToWidth>, 0.001, 1.0},
    RangeField{"scratch", "angleDeg", rangeOf<&All::scratch, &Scratch::angleDeg>, -180.0, 180.0},
    RangeField{"scratch", "bendDeg", rangeOf<&All::scratch, &Scratch::bendDeg>, 0.0, 180.0},
    RangeField{"waterStain", "imageShare", rangeOf<&All::waterStain, &Stain::imageShare>, 0.0, 1.0},
    RangeField{"waterStain", "perImage", rangeOf<&All::waterStain, &Stain::perImage>, 1.0, 50.0},
    RangeField{"waterStain", "radiusMm", rangeOf<&All::waterStain, &Stain::radiusMm>, 0.01, 200.0},
    RangeField{"waterStain", "drops", rangeOf<&All::waterStain, &Stain::drops>, 1.0, 12.0},
    RangeField{"waterStain", "irregularity", rangeOf<&All::waterStain, &Stain::irregularity>, 0.0, 0.6},
    RangeField{"waterStain", "rim", rangeOf<&All::waterStain, &Stain::rim>, 0.0, 1.0},
    RangeField{"waterStain", "film", rangeOf<&All::waterStain, &Stain::film>, 0.01, 1.0},
    RangeField{"waterStain", "innerRings", rangeOf<&All::waterStain, &Stain::innerRings>, 0.0, 8.0},
    RangeField{"waterStain", "filmNm", rangeOf<&All::waterStain, &Stain::filmNm>, 0.0, 1000.0},
    RangeField{"waterStain", "runOffShare", rangeOf<&All::waterStain, &Stain::runOffShare>, 0.0, 1.0},
    RangeField{"waterStain", "wipedShare", rangeOf<&All::waterStain, &Stain::wipedShare>, 0.0, 1.0},
};

constexpr std::array counts{
    CountField{"train", &SynthesisCounts::train},
    CountField{"validation", &SynthesisCounts::validation},
    CountField{"testGood", &SynthesisCounts::testGood},
    CountField{"testDefect", &SynthesisCounts::testDefect},
};

} // namespace

std::span<const RangeField> rangeFields()
{
    return fields;
}

std::span<const CountField> countFields()
{
    return counts;
}

} // namespace patina::synthesis
