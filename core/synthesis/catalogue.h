#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/synthesis_spec.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

// What this build can make, by the names of specifications. The one place to add a model to.
namespace patina::synthesis {

struct ExemplarDraw;
struct ExemplarImages;
using ExemplarPtr = std::shared_ptr<const ExemplarImages>;

struct SurfaceEntry
{
    std::string_view name;
    /// \param exemplar the images of the surface "exemplar"; null for others.
    std::unique_ptr<SurfaceModel> (*make)(const SynthesisSpec &spec, std::uint64_t key, const ExemplarDraw &exemplar);
};
std::span<const SurfaceEntry> surfaceEntries();

struct DefectEntry
{
    std::string_view name; ///< of the class
    std::vector<std::unique_ptr<DefectModel>> (*make)(const SynthesisSpec &spec, const Place &place, std::uint64_t key);
};
std::span<const DefectEntry> defectEntries();

struct ImpurityEntry
{
    std::string_view name; ///< of the class
    /// None where the image carries none.
    std::vector<std::unique_ptr<ImpurityModel>> (*make)(const SynthesisSpec &spec, const Place &place,
                                                        std::uint64_t key);
};
std::span<const ImpurityEntry> impurityEntries();

} // namespace patina::synthesis
