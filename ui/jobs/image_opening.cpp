#include "ui/jobs/image_opening.h"

#include "core/image/pyramid_builder.h"
#include "ui/text/path.h"

#include <QStandardPaths>

#include <exception>
#include <thread>
#include <utility>

namespace patina {

namespace {

/// Of images that are decoded in rows, or reduced: they are never held as a whole.
constexpr ImageLimits kLimits{.maxDecodedBytes = std::int64_t{32} << 30};

/// The image itself, where its pyramid does not hold the lowest level. What it reads is short: it is not cancelled.
std::unique_ptr<ImageSource> lowestLevelOf(const InspectionEngine &engine, const std::filesystem::path &path,
                                           const PyramidFile &pyramid)
{
    if (pyramid.lowestLevel() == 0)
        return nullptr;
    auto source = engine.openImage(path, {});
    const bool fits = source && (*source)->info() == pyramid.info();
    return fits ? std::move(*source) : nullptr;
}

/// \returns without an image where there is no usable pyramid.
OpenedImage fromCache(const InspectionEngine &engine, const std::filesystem::path &path, const PyramidCache &cache)
{
    std::shared_ptr<PyramidFile> pyramid = cache.find(path);
    if (!pyramid)
        return {};
    auto source = lowestLevelOf(engine, path, *pyramid);
    if (pyramid->lowestLevel() != 0 && !source)
        return {};
    return {DisplayImage::of(std::move(pyramid), std::move(source), {}), nullptr};
}

} // namespace

PyramidCache userPyramidCache()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return PyramidCache(folder.isEmpty() ? std::filesystem::path()
                                         : pathOf(folder + QStringLiteral("/patina/pictures")));
}

Result<OpenedImage> openInMemory(const InspectionEngine &engine, const std::filesystem::path &path,
                                 const JobContext &context)
{
    auto source = engine.openImage(path, context);
    if (!source)
        return failFrom(std::move(source));
    return DisplayImage::load(**source, context).map([](std::shared_ptr<const DisplayImage> &&image) {
        return OpenedImage{std::move(image), nullptr};
    });
}

Result<OpenedImage> openToShow(const InspectionEngine &engine, const std::filesystem::path &path,
                               const PyramidCache &cache, const JobContext &context, qint64 mostInMemory)
{
    if (OpenedImage cached = fromCache(engine, path, cache); cached.image)
        return cached;
    auto info = probeImage(path, kLimits);
    if (!info)
        return failFrom(std::move(info));
    if (qint64{info->width} * info->height <= mostInMemory)
        return openInMemory(engine, path, context);
    auto file = cache.create(path, *info);
    if (!file)
        return openInMemory(engine, path, context);
    auto rows = openRows(path, {}, JobContext());
    if (!rows)
        return failFrom(std::move(rows));
    if (context.cancelled())
        return cancelledError();
    auto source = lowestLevelOf(engine, path, **file);
    auto work =
        std::make_shared<PyramidWork>(PyramidWork{path, std::move(*rows), *file, std::make_shared<QuickPicture>()});
    return OpenedImage{DisplayImage::of(*std::move(file), std::move(source), work->quick), work};
}

Result<void> growPyramid(PyramidWork &work, const JobContext &context)
{
    std::jthread quick;
    try {
        quick = std::jthread([&] {
            try {
                work.quick->set(quickPicture(work.path, kLimits, context.quiet()));
            } catch (const std::exception &) { // no memory: the rows come in any case
            }
        });
    } catch (const std::exception &) { // no thread to be had: the same
    }
    return buildPyramid(*work.rows, *work.file, context);
}

} // namespace patina
