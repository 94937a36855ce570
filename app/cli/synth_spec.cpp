#include "app/cli/synth_spec.h"

#include "app/cli/image_size.h"
#include "core/dataset/dataset.h"
#include "core/studies/defects_like.h"
#include "core/synthesis/fit/fit_ranges.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <utility>

namespace patina::cli {

namespace {

/// "none" empties a list; a list that was not given stays as it is.
void setNames(const std::vector<std::string> &given, std::vector<std::string> &names)
{
    if (given.empty())
        return;
    names = given.size() == 1 && given.front() == "none" ? std::vector<std::string>{} : given;
}

/// By the specification file.
struct NamedFields
{
    bool size = false;
    bool bitDepth = false;
};

/// Real images to be like: those of a data set to train on, which are good, or those of a folder. Also gives the size,
/// and the bit depth, where none was asked for, and the scale, where the data set tells it.
Result<void> setExemplar(const SynthOptions &options, const NamedFields &named, SynthesisSpec &spec,
                         const CommandContext &context)
{
    if (options.like.empty())
        return {};
    auto dataset = openDataset(options.like, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    std::vector<std::filesystem::path> paths;
    for (const ImageRecord *image : dataset->ofSplit(Split::Train))
        if (image->isGood())
            paths.push_back(image->path);
    std::optional<cv::Size> wanted;
    if (options.size || named.size)
        wanted = cv::Size(spec.widthPx, spec.heightPx);
    const ExemplarBase base = !options.base              ? spec.exemplar.base
                              : *options.base == "photo" ? ExemplarBase::Photo
                                                         : ExemplarBase::Texture;
    auto chosen = synthesis::chooseExemplar(paths, base, wanted, context.job);
    if (!chosen)
        return failFrom(std::move(chosen));
    spec.surface = options.surface.value_or("exemplar");
    spec.exemplar = std::move(chosen->spec);
    spec.widthPx = chosen->size.width;
    spec.heightPx = chosen->size.height;
    if (!options.bitDepth && !named.bitDepth)
        spec.bitDepth = chosen->bitDepth;
    if (!options.mmPerPixel && dataset->mmPerPixel)
        spec.mmPerPixel = *dataset->mmPerPixel;
    return {};
}

Result<void> setCounts(const SynthOptions &options, SynthesisSpec &spec)
{
    if (options.count && options.gallery.empty()) { // else it is that of the views
        const auto split = splitCounts(*options.count, static_cast<int>(spec.defects.size()));
        if (!split)
            return tl::unexpected(split.error());
        spec.counts = *split;
    }
    spec.counts.train = options.train.value_or(spec.counts.train);
    spec.counts.validation = options.validation.value_or(spec.counts.validation);
    spec.counts.testGood = options.testGood.value_or(spec.counts.testGood);
    spec.counts.testDefect = options.testDefect.value_or(spec.defects.empty() ? 0 : spec.counts.testDefect);
    spec.counts.testAmbiguous = options.testAmbiguous.value_or(spec.counts.testAmbiguous);
    return {};
}

/// The classes of real defects and the kinds that are made like them.
Result<std::vector<DefectFit>> fitsOf(const SynthOptions &options, const Dataset &real)
{
    std::vector<DefectFit> fits;
    for (const std::string &text : options.fits) {
        auto fit = parseDefectFit(text);
        if (!fit)
            return failFrom(std::move(fit));
        fits.push_back(std::move(*fit));
    }
    if (!fits.empty())
        return fits;
    const auto kinds = synthesis::fittedKinds();
    std::vector<std::string> names;
    for (const LabelClass &one : real.classes)
        if (one.kind == ClassKind::Defect) {
            names.push_back(one.name);
            if (std::ranges::find(kinds, one.name) != kinds.end())
                fits.push_back({one.name, one.name});
        }
    if (fits.empty())
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} has the defect classes {}; say with --fit which are made as what, such as {}=pit",
                                options.defectsLike, fmt::join(names, ", "), names.empty() ? "CLASS" : names.front()));
    return fits;
}

/// Ranges like real defects; where no kinds were named, those that were fitted are made.
Result<void> setDefects(const SynthOptions &options, SynthesisSpec &spec, const CommandContext &context)
{
    if (options.defectsLike.empty())
        return {};
    const auto real = openDataset(options.defectsLike, context.job);
    if (!real)
        return tl::unexpected(real.error());
    const auto fits = fitsOf(options, *real);
    if (!fits)
        return tl::unexpected(fits.error());
    if (auto fitted = fitDefects(*real, *fits, spec, context.job); !fitted)
        return fitted;
    if (!options.defects.empty())
        return {};
    spec.defects.clear();
    for (const DefectFit &fit : *fits)
        if (std::ranges::find(spec.defects, fit.kind) == spec.defects.end())
            spec.defects.push_back(fit.kind);
    return {};
}

} // namespace

Result<SynthesisSpec> specOf(const SynthOptions &options, const CommandContext &context)
{
    SynthesisSpec spec;
    NamedFields named;
    if (!options.specFile.empty()) {
        auto read = readSpec(options.specFile);
        if (!read)
            return read;
        spec = std::move(*read);
        const auto size = specNames(options.specFile, "size");
        const auto bitDepth = specNames(options.specFile, "bitDepth");
        if (!size || !bitDepth)
            return tl::unexpected(size ? bitDepth.error() : size.error());
        named = {*size && !spec.exemplar.whole, *bitDepth};
    }
    spec.surface = options.surface.value_or(spec.surface);
    setNames(options.defects, spec.defects);
    setNames(options.impurities, spec.impurities);
    setNames(options.ambiguous, spec.ambiguous);
    if (spec.impurities.empty())
        spec.version = SynthesisVersion::Clean;
    if (options.version) {
        auto version = synthesisVersionFromName(*options.version);
        if (!version)
            return failFrom(std::move(version));
        spec.version = *version;
    }
    if (options.light)
        spec.light = *options.light == nameOf(LightKind::Ring) ? LightKind::Ring : LightKind::Bar;
    if (options.size) {
        const auto size = parseImageSize(*options.size);
        if (!size)
            return tl::unexpected(size.error());
        std::tie(spec.widthPx, spec.heightPx) = *size;
        spec.exemplar.whole = false;
    }
    spec.mmPerPixel = options.mmPerPixel.value_or(spec.mmPerPixel);
    spec.bitDepth = options.bitDepth.value_or(spec.bitDepth);
    if (auto set = setExemplar(options, named, spec, context); !set)
        return failFrom(std::move(set));
    if (auto set = setDefects(options, spec, context); !set)
        return failFrom(std::move(set));
    if (auto set = setCounts(options, spec); !set)
        return failFrom(std::move(set));
    if (options.seedGiven)
        spec.seed = context.seed;
    return spec;
}

} // namespace patina::cli
