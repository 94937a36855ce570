#pragma once

#include "core/synthesis/camera/camera_ranges.h"
#include "core/synthesis/camera/light_ranges.h"
#include "core/synthesis/defects/chip_ranges.h"
#include "core/synthesis/defects/crack_ranges.h"
#include "core/synthesis/defects/dent_ranges.h"
#include "core/synthesis/defects/gouge_ranges.h"
#include "core/synthesis/defects/pit_ranges.h"
#include "core/synthesis/defects/pore_cluster_ranges.h"
#include "core/synthesis/defects/scratch_ranges.h"
#include "core/synthesis/defects/tool_mark_ranges.h"
#include "core/synthesis/impurities/coolant_ranges.h"
#include "core/synthesis/impurities/dust_ranges.h"
#include "core/synthesis/impurities/fingerprint_ranges.h"
#include "core/synthesis/impurities/oil_film_ranges.h"
#include "core/synthesis/impurities/sticker_ranges.h"
#include "core/synthesis/impurities/water_stain_ranges.h"
#include "core/synthesis/surfaces/brushed_ranges.h"
#include "core/synthesis/surfaces/cast_ranges.h"
#include "core/synthesis/surfaces/exemplar_ranges.h"
#include "core/synthesis/surfaces/milled_parallel_ranges.h"
#include "core/synthesis/surfaces/milled_spiral_ranges.h"
#include "core/synthesis/surfaces/polished_ranges.h"
#include "core/synthesis/surfaces/retake_ranges.h"
#include "core/synthesis/surfaces/sandblasted_ranges.h"

namespace patina {

/// The ranges of all models. A specification has those of models that it does not use as well.
struct SynthesisRanges
{
    BrushedRanges brushed;
    SandblastedRanges sandblasted;
    MilledParallelRanges milledParallel;
    MilledSpiralRanges milledSpiral;
    PolishedRanges polished;
    CastRanges cast;
    RetakeRanges retake;
    ExemplarRanges exemplar;
    LightRanges light;
    CameraRanges camera;
    ScratchRanges scratch;
    DentRanges dent;
    PitRanges pit;
    CrackRanges crack;
    ChipRanges chip;
    GougeRanges gouge;
    ToolMarkRanges toolMark;
    PoreClusterRanges poreCluster;
    WaterStainRanges waterStain;
    FingerprintRanges fingerprint;
    StickerRanges sticker;
    OilFilmRanges oilFilm;
    DustRanges dust;
    CoolantRanges coolant;
    bool operator==(const SynthesisRanges &) const = default;

    /// visit(ranges of a model) for each of them, in the order of a specification.
    static void visit(auto &ranges, auto &&visit)
    {
        visit(ranges.brushed);
        visit(ranges.sandblasted);
        visit(ranges.milledParallel);
        visit(ranges.milledSpiral);
        visit(ranges.polished);
        visit(ranges.cast);
        visit(ranges.retake);
        visit(ranges.exemplar);
        visit(ranges.light);
        visit(ranges.camera);
        visit(ranges.scratch);
        visit(ranges.dent);
        visit(ranges.pit);
        visit(ranges.crack);
        visit(ranges.chip);
        visit(ranges.gouge);
        visit(ranges.toolMark);
        visit(ranges.poreCluster);
        visit(ranges.waterStain);
        visit(ranges.fingerprint);
        visit(ranges.sticker);
        visit(ranges.oilFilm);
        visit(ranges.dust);
        visit(ranges.coolant);
    }
};

} // namespace patina
