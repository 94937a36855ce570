#include "ui/synthesis/synthesis_words.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace patina {

namespace {

using Word = std::pair<std::string_view, const char *>;

constexpr std::array kModels{
    Word{"brushed", QT_TRANSLATE_NOOP("SynthesisWords", "Brushed")},
    Word{"sandblasted", QT_TRANSLATE_NOOP("SynthesisWords", "Sandblasted")},
    Word{"milled-parallel", QT_TRANSLATE_NOOP("SynthesisWords", "Milled, parallel marks")},
    Word{"milled-spiral", QT_TRANSLATE_NOOP("SynthesisWords", "Milled, arcs")},
    Word{"polished", QT_TRANSLATE_NOOP("SynthesisWords", "Polished")},
    Word{"cast", QT_TRANSLATE_NOOP("SynthesisWords", "Cast")},
    Word{"exemplar", QT_TRANSLATE_NOOP("SynthesisWords", "Like real images")},
    Word{"scratch", QT_TRANSLATE_NOOP("SynthesisWords", "Scratch")},
    Word{"dent", QT_TRANSLATE_NOOP("SynthesisWords", "Dent")},
    Word{"pit", QT_TRANSLATE_NOOP("SynthesisWords", "Pit")},
    Word{"crack", QT_TRANSLATE_NOOP("SynthesisWords", "Crack")},
    Word{"chip", QT_TRANSLATE_NOOP("SynthesisWords", "Chip")},
    Word{"gouge", QT_TRANSLATE_NOOP("SynthesisWords", "Gouge")},
    Word{"tool-mark", QT_TRANSLATE_NOOP("SynthesisWords", "Tool mark")},
    Word{"pore-cluster", QT_TRANSLATE_NOOP("SynthesisWords", "Pore cluster")},
    Word{"water-stain", QT_TRANSLATE_NOOP("SynthesisWords", "Water stain")},
    Word{"fingerprint", QT_TRANSLATE_NOOP("SynthesisWords", "Fingerprint")},
    Word{"sticker", QT_TRANSLATE_NOOP("SynthesisWords", "Sticker")},
    Word{"oil-film", QT_TRANSLATE_NOOP("SynthesisWords", "Oil film")},
    Word{"dust", QT_TRANSLATE_NOOP("SynthesisWords", "Dust")},
    Word{"coolant", QT_TRANSLATE_NOOP("SynthesisWords", "Coolant")},
    Word{"stain-over-scratch", QT_TRANSLATE_NOOP("SynthesisWords", "Stain over a scratch")},
    Word{"scratch-in-stain", QT_TRANSLATE_NOOP("SynthesisWords", "Scratch hardly seen in a stain")},
    Word{"hairline", QT_TRANSLATE_NOOP("SynthesisWords", "Hairline along the marks")},
    Word{"retake", QT_TRANSLATE_NOOP("SynthesisWords", "Photographed again")},
    Word{"light", QT_TRANSLATE_NOOP("SynthesisWords", "Light")},
    Word{"camera", QT_TRANSLATE_NOOP("SynthesisWords", "Camera")},
};

constexpr std::array kRanges{
    Word{"exposureStops", QT_TRANSLATE_NOOP("SynthesisWords", "exposure, in powers of two")},
    Word{"lightSlope", QT_TRANSLATE_NOOP("SynthesisWords", "slope of the light")},
    Word{"shiftPx", QT_TRANSLATE_NOOP("SynthesisWords", "shift")},
    Word{"turnDeg", QT_TRANSLATE_NOOP("SynthesisWords", "turn")},
    Word{"magnification", QT_TRANSLATE_NOOP("SynthesisWords", "magnification")},
    Word{"defocusPx", QT_TRANSLATE_NOOP("SynthesisWords", "defocus")},
    Word{"noise8Bit", QT_TRANSLATE_NOOP("SynthesisWords", "noise, in grey levels")},
    Word{"softLight", QT_TRANSLATE_NOOP("SynthesisWords", "share of soft light")},
    Word{"mirrorShare", QT_TRANSLATE_NOOP("SynthesisWords", "share that is mirrored")},
    Word{"perImage", QT_TRANSLATE_NOOP("SynthesisWords", "number in an image")},
    Word{"depthToWidth", QT_TRANSLATE_NOOP("SynthesisWords", "depth over width")},
    Word{"depthToPitch", QT_TRANSLATE_NOOP("SynthesisWords", "depth over distance")},
    Word{"imageShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of the images")},
    Word{"angleDeg", QT_TRANSLATE_NOOP("SynthesisWords", "angle to the grain")},
    Word{"lengthMm", QT_TRANSLATE_NOOP("SynthesisWords", "length")},
    Word{"widthMm", QT_TRANSLATE_NOOP("SynthesisWords", "width")},
    Word{"widthUm", QT_TRANSLATE_NOOP("SynthesisWords", "width")},
    Word{"roughnessRqUm", QT_TRANSLATE_NOOP("SynthesisWords", "roughness Rq")},
    Word{"radiusMm", QT_TRANSLATE_NOOP("SynthesisWords", "radius")},
    Word{"alphaAlong", QT_TRANSLATE_NOOP("SynthesisWords", "unresolved roughness along the marks")},
    Word{"alphaAcross", QT_TRANSLATE_NOOP("SynthesisWords", "unresolved roughness across the marks")},
    Word{"alpha", QT_TRANSLATE_NOOP("SynthesisWords", "unresolved roughness")},
    Word{"wearUm", QT_TRANSLATE_NOOP("SynthesisWords", "drift by wear of the edge")},
    Word{"thicknessUm", QT_TRANSLATE_NOOP("SynthesisWords", "thickness")},
    Word{"teeth", QT_TRANSLATE_NOOP("SynthesisWords", "teeth of the tool")},
    Word{"stretch", QT_TRANSLATE_NOOP("SynthesisWords", "stretch along the marks")},
    Word{"smearShare", QT_TRANSLATE_NOOP("SynthesisWords", "share that was smeared")},
    Word{"runOutUm", QT_TRANSLATE_NOOP("SynthesisWords", "run-out of the teeth")},
    Word{"residue", QT_TRANSLATE_NOOP("SynthesisWords", "residue")},
    Word{"passStepUm", QT_TRANSLATE_NOOP("SynthesisWords", "step between passes")},
    Word{"noseRadiusMm", QT_TRANSLATE_NOOP("SynthesisWords", "nose radius of the tool")},
    Word{"liftMm", QT_TRANSLATE_NOOP("SynthesisWords", "height that it stands off")},
    Word{"jitterShare", QT_TRANSLATE_NOOP("SynthesisWords", "jitter of the marks")},
    Word{"rustShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of the oxide that is brown")},
    Word{"floorRoughness", QT_TRANSLATE_NOOP("SynthesisWords", "roughness of the bottom")},
    Word{"joined", QT_TRANSLATE_NOOP("SynthesisWords", "pits that grew into one")},
    Word{"swell", QT_TRANSLATE_NOOP("SynthesisWords", "changes of the opening")},
    Word{"taper", QT_TRANSLATE_NOOP("SynthesisWords", "share of the length that tapers off")},
    Word{"widthToLength", QT_TRANSLATE_NOOP("SynthesisWords", "width over length")},
    Word{"irregularity", QT_TRANSLATE_NOOP("SynthesisWords", "irregularity of the outline")},
    Word{"hurst", QT_TRANSLATE_NOOP("SynthesisWords", "Hurst exponent")},
    Word{"heightOverWidth", QT_TRANSLATE_NOOP("SynthesisWords", "height over width")},
    Word{"grainMm", QT_TRANSLATE_NOOP("SynthesisWords", "size of the grains")},
    Word{"filmNm", QT_TRANSLATE_NOOP("SynthesisWords", "thickness of the film")},
    Word{"feedPerToothMm", QT_TRANSLATE_NOOP("SynthesisWords", "feed per tooth")},
    Word{"drops", QT_TRANSLATE_NOOP("SynthesisWords", "drops that ran together")},
    Word{"downDeg", QT_TRANSLATE_NOOP("SynthesisWords", "way that it ran")},
    Word{"directionDeg", QT_TRANSLATE_NOOP("SynthesisWords", "direction of the marks")},
    Word{"diameterMm", QT_TRANSLATE_NOOP("SynthesisWords", "diameter")},
    Word{"correlationMm", QT_TRANSLATE_NOOP("SynthesisWords", "correlation length")},
    Word{"chatterUm", QT_TRANSLATE_NOOP("SynthesisWords", "chatter, amplitude")},
    Word{"chatterMm", QT_TRANSLATE_NOOP("SynthesisWords", "chatter, wave length")},
    Word{"bendDeg", QT_TRANSLATE_NOOP("SynthesisWords", "bend")},
    Word{"yellowness", QT_TRANSLATE_NOOP("SynthesisWords", "yellowness")},
    Word{"wrinkles", QT_TRANSLATE_NOOP("SynthesisWords", "wrinkles")},
    Word{"wipedShare", QT_TRANSLATE_NOOP("SynthesisWords", "share that was wiped")},
    Word{"vignetting", QT_TRANSLATE_NOOP("SynthesisWords", "vignetting")},
    Word{"tornShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with a torn corner")},
    Word{"tiltDeg", QT_TRANSLATE_NOOP("SynthesisWords", "tilt of the lamp")},
    Word{"sweepMm", QT_TRANSLATE_NOOP("SynthesisWords", "radius of the arcs")},
    Word{"stopShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of stop marks")},
    Word{"stepoverShare", QT_TRANSLATE_NOOP("SynthesisWords", "step over, in diameters")},
    Word{"spreadMm", QT_TRANSLATE_NOOP("SynthesisWords", "radius of the cluster")},
    Word{"splashes", QT_TRANSLATE_NOOP("SynthesisWords", "splashes")},
    Word{"speckMm", QT_TRANSLATE_NOOP("SynthesisWords", "size of specks")},
    Word{"smearMm", QT_TRANSLATE_NOOP("SynthesisWords", "way that it slid")},
    Word{"sideFlowUm", QT_TRANSLATE_NOOP("SynthesisWords", "side flow")},
    Word{"scratchRqUm", QT_TRANSLATE_NOOP("SynthesisWords", "lapping marks, Rq")},
    Word{"scratchLengthMm", QT_TRANSLATE_NOOP("SynthesisWords", "length of lapping marks")},
    Word{"sandShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of the sand imprint")},
    Word{"sandMm", QT_TRANSLATE_NOOP("SynthesisWords", "size of the sand")},
    Word{"runOffShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with a run-off")},
    Word{"rotationDeg", QT_TRANSLATE_NOOP("SynthesisWords", "rotation")},
    Word{"ripplesToDepth", QT_TRANSLATE_NOOP("SynthesisWords", "ripples over depth")},
    Word{"rimWidthMm", QT_TRANSLATE_NOOP("SynthesisWords", "width of the rim")},
    Word{"rimToDepth", QT_TRANSLATE_NOOP("SynthesisWords", "rim over depth")},
    Word{"rim", QT_TRANSLATE_NOOP("SynthesisWords", "strength of the rim")},
    Word{"ridgePeriodMm", QT_TRANSLATE_NOOP("SynthesisWords", "distance of the ridges")},
    Word{"readNoiseElectrons", QT_TRANSLATE_NOOP("SynthesisWords", "read noise")},
    Word{"reachToWidth", QT_TRANSLATE_NOOP("SynthesisWords", "reach over width")},
    Word{"pullOutsPerCm2", QT_TRANSLATE_NOOP("SynthesisWords", "grains torn out")},
    Word{"pullOutUm", QT_TRANSLATE_NOOP("SynthesisWords", "size of grains torn out")},
    Word{"pressure", QT_TRANSLATE_NOOP("SynthesisWords", "pressure")},
    Word{"poresPerCm2", QT_TRANSLATE_NOOP("SynthesisWords", "pores")},
    Word{"pores", QT_TRANSLATE_NOOP("SynthesisWords", "pores")},
    Word{"poreUm", QT_TRANSLATE_NOOP("SynthesisWords", "size of the pores")},
    Word{"pools", QT_TRANSLATE_NOOP("SynthesisWords", "pools that ran together")},
    Word{"pitchMm", QT_TRANSLATE_NOOP("SynthesisWords", "distance of the grooves")},
    Word{"pileToDepth", QT_TRANSLATE_NOOP("SynthesisWords", "pile at the end over depth")},
    Word{"peelUm", QT_TRANSLATE_NOOP("SynthesisWords", "orange peel, height")},
    Word{"peelMm", QT_TRANSLATE_NOOP("SynthesisWords", "orange peel, distance")},
    Word{"passMm", QT_TRANSLATE_NOOP("SynthesisWords", "width of a pass")},
    Word{"partingShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with a parting line")},
    Word{"partialShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of partial prints")},
    Word{"oxideContrast", QT_TRANSLATE_NOOP("SynthesisWords", "contrast of the oxide")},
    Word{"openingUm", QT_TRANSLATE_NOOP("SynthesisWords", "opening")},
    Word{"offsetShare", QT_TRANSLATE_NOOP("SynthesisWords", "way beside the middle, in radii")},
    Word{"mottle", QT_TRANSLATE_NOOP("SynthesisWords", "mottle")},
    Word{"medianUm", QT_TRANSLATE_NOOP("SynthesisWords", "median diameter")},
    Word{"logDeviation", QT_TRANSLATE_NOOP("SynthesisWords", "spread of the diameters")},
    Word{"lintShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of lint")},
    Word{"liftedShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with a lifted corner")},
    Word{"kinkDeg", QT_TRANSLATE_NOOP("SynthesisWords", "kinks")},
    Word{"innerRings", QT_TRANSLATE_NOOP("SynthesisWords", "inner rings")},
    Word{"impactMm", QT_TRANSLATE_NOOP("SynthesisWords", "size of the impacts")},
    Word{"hazeContrast", QT_TRANSLATE_NOOP("SynthesisWords", "contrast of the haze")},
    Word{"haze", QT_TRANSLATE_NOOP("SynthesisWords", "haze")},
    Word{"haloToDiameter", QT_TRANSLATE_NOOP("SynthesisWords", "halo over diameter")},
    Word{"haloNm", QT_TRANSLATE_NOOP("SynthesisWords", "thickness of the halo")},
    Word{"haloMm", QT_TRANSLATE_NOOP("SynthesisWords", "width of the halo")},
    Word{"grooves", QT_TRANSLATE_NOOP("SynthesisWords", "grooves")},
    Word{"grooveLengthMm", QT_TRANSLATE_NOOP("SynthesisWords", "length of the marks")},
    Word{"grease", QT_TRANSLATE_NOOP("SynthesisWords", "grease")},
    Word{"generations", QT_TRANSLATE_NOOP("SynthesisWords", "times that it dried")},
    Word{"fullWellElectrons", QT_TRANSLATE_NOOP("SynthesisWords", "full well")},
    Word{"foilShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of foil")},
    Word{"flowUm", QT_TRANSLATE_NOOP("SynthesisWords", "flow marks, height")},
    Word{"flowMm", QT_TRANSLATE_NOOP("SynthesisWords", "flow marks, distance")},
    Word{"flats", QT_TRANSLATE_NOOP("SynthesisWords", "flats")},
    Word{"filmCover", QT_TRANSLATE_NOOP("SynthesisWords", "cover of the film")},
    Word{"film", QT_TRANSLATE_NOOP("SynthesisWords", "strength of the film")},
    Word{"fibreWidthMm", QT_TRANSLATE_NOOP("SynthesisWords", "width of fibres")},
    Word{"fibreShare", QT_TRANSLATE_NOOP("SynthesisWords", "share of fibres")},
    Word{"fibreLengthMm", QT_TRANSLATE_NOOP("SynthesisWords", "length of fibres")},
    Word{"feedDirectionDeg", QT_TRANSLATE_NOOP("SynthesisWords", "direction of the feed")},
    Word{"facetShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with facets")},
    Word{"exposure", QT_TRANSLATE_NOOP("SynthesisWords", "exposure")},
    Word{"elongation", QT_TRANSLATE_NOOP("SynthesisWords", "length over width")},
    Word{"edgeShare", QT_TRANSLATE_NOOP("SynthesisWords", "share at an edge of the image")},
    Word{"edge", QT_TRANSLATE_NOOP("SynthesisWords", "strength of the tide mark")},
    Word{"dripTracks", QT_TRANSLATE_NOOP("SynthesisWords", "drip tracks")},
    Word{"distanceDiagonals", QT_TRANSLATE_NOOP("SynthesisWords", "distance, in image diagonals")},
    Word{"ringDistanceDiagonals", QT_TRANSLATE_NOOP("SynthesisWords", "distance of a ring, in image diagonals")},
    Word{"directions", QT_TRANSLATE_NOOP("SynthesisWords", "directions of lapping")},
    Word{"defocusPerLift", QT_TRANSLATE_NOOP("SynthesisWords", "blur by height")},
    Word{"darkness", QT_TRANSLATE_NOOP("SynthesisWords", "darkness")},
    Word{"cutterMm", QT_TRANSLATE_NOOP("SynthesisWords", "diameter of the cutter")},
    Word{"curlPerMm", QT_TRANSLATE_NOOP("SynthesisWords", "curl of the fibres")},
    Word{"crystals", QT_TRANSLATE_NOOP("SynthesisWords", "share of crystals")},
    Word{"coverage", QT_TRANSLATE_NOOP("SynthesisWords", "coverage by impacts")},
    Word{"cornerMm", QT_TRANSLATE_NOOP("SynthesisWords", "radius of the corners")},
    Word{"bubbles", QT_TRANSLATE_NOOP("SynthesisWords", "bubble rings")},
    Word{"branches", QT_TRANSLATE_NOOP("SynthesisWords", "branches")},
    Word{"blurPx", QT_TRANSLATE_NOOP("SynthesisWords", "lens blur")},
    Word{"blotches", QT_TRANSLATE_NOOP("SynthesisWords", "blotches")},
    Word{"barcodeShare", QT_TRANSLATE_NOOP("SynthesisWords", "share with a bar code")},
    Word{"bandContrast", QT_TRANSLATE_NOOP("SynthesisWords", "contrast of the bands")},
    Word{"backCutUm", QT_TRANSLATE_NOOP("SynthesisWords", "back cut")},
    Word{"azimuthDeg", QT_TRANSLATE_NOOP("SynthesisWords", "direction of the lamp")},
    Word{"ambient", QT_TRANSLATE_NOOP("SynthesisWords", "share of ambient light")},
    Word{"albedo", QT_TRANSLATE_NOOP("SynthesisWords", "diffuse share")},
    Word{"absorption", QT_TRANSLATE_NOOP("SynthesisWords", "absorption")},
};

/// The end of a range's name says its unit.
constexpr std::array kUnits{
    Word{"PerCm2", QT_TRANSLATE_NOOP("SynthesisWords", "per cm²")},
    Word{"PerMm", QT_TRANSLATE_NOOP("SynthesisWords", "rad/mm")},
    Word{"Mm", QT_TRANSLATE_NOOP("SynthesisWords", "mm")},
    Word{"Um", QT_TRANSLATE_NOOP("SynthesisWords", "µm")},
    Word{"Nm", QT_TRANSLATE_NOOP("SynthesisWords", "nm")},
    Word{"Deg", QT_TRANSLATE_NOOP("SynthesisWords", "°")},
    Word{"Px", QT_TRANSLATE_NOOP("SynthesisWords", "px")},
    Word{"Electrons", QT_TRANSLATE_NOOP("SynthesisWords", "e⁻")},
};

template <typename Words>
const char *wordOf(const Words &words, std::string_view name)
{
    const auto found = std::ranges::find(words, name, &Word::first);
    return found == words.end() ? nullptr : found->second;
}

QString plain(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

std::string modelOfSection(std::string_view section)
{
    std::string name;
    for (const char c : section) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isupper(letter) != 0)
            name += '-';
        name += static_cast<char>(std::tolower(letter));
    }
    return name;
}

QString SynthesisWords::model(std::string_view name)
{
    const char *word = wordOf(kModels, modelOfSection(name));
    return word == nullptr ? plain(name) : tr(word);
}

QString SynthesisWords::range(std::string_view name)
{
    const char *word = wordOf(kRanges, name);
    return word == nullptr ? plain(name) : tr(word);
}

bool SynthesisWords::knowsRange(std::string_view name)
{
    return wordOf(kRanges, name) != nullptr;
}

QString SynthesisWords::unit(std::string_view rangeName)
{
    const auto found = std::ranges::find_if(kUnits, [&](const Word &unit) { return rangeName.ends_with(unit.first); });
    return found == kUnits.end() ? QString() : tr(found->second);
}

QString SynthesisWords::number(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', 6);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(locale.decimalPoint()))
        text.chop(1);
    return text;
}

QString SynthesisWords::images(std::int64_t files, SynthesisVersion version)
{
    const QString all = tr("%Ln images", nullptr, static_cast<int>(files));
    if (version != SynthesisVersion::Both || files % 2 != 0)
        return all;
    return tr("%1 (%2 clean, %2 stained)").arg(all, QLocale().toString(static_cast<qlonglong>(files / 2)));
}

QString SynthesisWords::limits(double lowest, double highest, const QString &unit)
{
    const QString numbers = tr("%1 to %2").arg(number(lowest), number(highest));
    return unit.isEmpty() ? numbers : QStringLiteral("%1 %2").arg(numbers, unit);
}

} // namespace patina
