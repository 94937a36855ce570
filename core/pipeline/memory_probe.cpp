#include "core/pipeline/memory_probe.h"

#include "core/base/system.h"
#include "core/index/neighbour_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace patina {

namespace {

/// By then every layer holds as many rows as it ever will.
constexpr int probedRowsPx = 640;
constexpr std::int64_t searchedRows = 512;
constexpr std::int64_t shareOfVariety = 7; ///< images of many sizes leave memory in pieces: measured, a sixteenth
constexpr std::size_t mostWidths = 16;     ///< that are tried

struct Sized
{
    std::size_t index = 0;
    cv::Size size; ///< as the network gets it
    std::int64_t decodedBytes = 0;
};

struct Extremes
{
    Sized widest;
    Sized heaviest;               ///< decoded whole
    std::map<int, Sized> ofWidth; ///< libraries keep something for every width they have met
    std::int64_t patches = 0;
    std::int64_t imagePatches = 0;
    std::int64_t maskBytes = 0; ///< of the image with the most, decoded and as layers
};

cv::Size scaledSize(const ImageInfo &info, double scale)
{
    const auto side = [&](int px) { return std::max(1, static_cast<int>(std::lround(px * scale))); };
    return {side(info.width), side(info.height)};
}

Result<Extremes> findExtremes(const TrainRequest &request, const TrainingSplit &split, FeatureExtractor &extractor,
                              const JobContext &context)
{
    Extremes found;
    const auto look = [&](std::size_t index, bool trains) {
        const auto info = probeImage(request.dataset.images[index].path);
        if (!info)
            return;
        const Sized image{
            index, scaledSize(*info, request.scale),
            info->regions ? 0 : std::int64_t{info->width} * info->height * info->channels * info->bitDepth / 8};
        const std::int64_t patches = extractor.gridFor(image.size).count();
        found.imagePatches = std::max(found.imagePatches, patches);
        found.patches += trains ? patches : 0;
        const auto masks = static_cast<std::int64_t>(request.dataset.images[index].masks.size());
        found.maskBytes = std::max(found.maskBytes, 2 * masks * info->width * info->height);
        if (found.ofWidth.size() < mostWidths)
            found.ofWidth.emplace(image.size.width, image);
        if (image.size.width > found.widest.size.width)
            found.widest = image;
        if (image.decodedBytes > found.heaviest.decodedBytes)
            found.heaviest = image;
    };
    for (const std::size_t index : split.train) {
        if (context.cancelled())
            return cancelledError();
        look(index, true);
    }
    for (const std::size_t index : split.heldOut) {
        if (context.cancelled())
            return cancelledError();
        look(index, false);
    }
    return found;
}

/// Puts the top of an image through the network. What is wrong with it, the run itself will say.
Result<void> runTop(const TrainRequest &request, std::size_t index, FeatureExtractor &extractor,
                    const JobContext &context)
{
    auto source = openImage(request.dataset.images[index].path, {}, context);
    if (source && request.scale < 1.0)
        source = scaledImage(std::move(*source), request.scale);
    if (!source)
        return context.cancelled() ? cancelledError() : Result<void>{};
    const PatchGrid grid = extractor.gridFor((*source)->info().size());
    bool enough = false;
    auto extracted = extractor.extract(
        **source,
        [&](FeatureBand &&band) -> Result<void> {
            enough = (band.firstRow + band.rows) * grid.stridePx >= probedRowsPx;
            return enough ? fail(ErrorCode::Cancelled, "probed") : Result<void>{};
        },
        context.quiet());
    return !extracted && !enough && extracted.error().code == ErrorCode::Cancelled ? extracted : Result<void>{};
}

/// A first search makes the threads take what they keep.
Result<void> searchOnce(int dim, int threads, const JobContext &context)
{
    const FeatureMatrix rows(searchedRows, dim);
    return NeighbourIndex::create(rows, threads, context)
        .and_then([&](const std::unique_ptr<NeighbourIndex> &index) { return index->nearest(rows, context); })
        .map([](const Neighbours &) {});
}

} // namespace

Result<MemoryNeeds> measureNeeds(const TrainRequest &request, int selectionDim, std::int64_t initialRows,
                                 const TrainingSplit &split, FeatureExtractor &extractor, const JobContext &context)
{
    context.report("memory", 0, 1);
    auto extremes = findExtremes(request, split, extractor, context);
    if (!extremes)
        return failFrom(std::move(extremes));
    if (extremes->heaviest.decodedBytes > request.memoryBytes)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} cannot be kept: {} alone takes {} when it is decoded; store it as TIFF, which is "
                                "read in strips, or give --memory {}MiB and more",
                                mebibytes(request.memoryBytes), request.dataset.images[extremes->heaviest.index].id,
                                mebibytes(extremes->heaviest.decodedBytes),
                                (extremes->heaviest.decodedBytes + peakMemoryBytes()) >> 20));
    std::set<std::size_t> tried{extremes->widest.index, extremes->heaviest.index};
    for (const auto &[width, image] : extremes->ofWidth)
        tried.insert(image.index);
    for (const std::size_t image : tried)
        if (auto ran = runTop(request, image, extractor, context); !ran)
            return failFrom(std::move(ran));
    if (auto searched = searchOnce(extractor.dimension(), request.threads, context); !searched)
        return failFrom(std::move(searched));
    MemoryNeeds needs;
    needs.fixedBytes = peakMemoryBytes() + extremes->maskBytes;
    if (extremes->ofWidth.size() > 1)
        needs.fixedBytes += needs.fixedBytes / shareOfVariety;
    needs.strategy = request.coreset.strategy;
    needs.bankSize = request.coreset.bankSize;
    needs.reservoirRows =
        reservoirRowsFor(request.reservoirBytes, request.coreset.bankSize, extractor.dimension(), selectionDim);
    needs.sample = request.sample;
    needs.initialRows = initialRows;
    needs.patches = extremes->patches;
    needs.imagePatches = extremes->imagePatches;
    needs.gridColumns = extractor.gridFor(extremes->widest.size).columns;
    needs.dim = extractor.dimension();
    needs.selectionDim = selectionDim;
    return needs;
}

} // namespace patina
