#include "core/studies/defects_like.h"

#include "core/base/sha256.h"
#include "core/studies/patch_set.h"
#include "core/synthesis/fit/fit_ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace patina {

namespace {

using Looks = std::map<std::string, std::vector<synthesis::DefectLook>>; ///< by kind

/// Looks of one class in one image.
Result<void> addLooks(const ImageRecord &record, const Dataset &real, const DefectFit &fit, const JobContext &context,
                      int white, Looks &looks)
{
    auto sample = loadSample(record, real, {fit.className}, white, context);
    if (!sample)
        return failFrom(std::move(sample));
    if (!sample->defect.empty())
        std::ranges::copy(synthesis::looksOf(sample->image, sample->defect), std::back_inserter(looks[fit.kind]));
    return {};
}

/// The real set's own scale where it tells one. A notice where that is not the specification's.
double scaleOfFit(const Dataset &real, const SynthesisSpec &spec, const JobContext &context)
{
    const double own = real.mmPerPixel.value_or(spec.mmPerPixel);
    if (own != spec.mmPerPixel)
        context.notice(fmt::format("{} has {} mm per pixel and what is made {}: defects keep their size in mm, not in "
                                   "pixels",
                                   real.root.string(), own, spec.mmPerPixel));
    return own;
}

} // namespace

Result<DefectFit> parseDefectFit(std::string_view text)
{
    const std::size_t at = text.find('=');
    const DefectFit fit{std::string(text.substr(0, at)),
                        std::string(at == std::string_view::npos ? text : text.substr(at + 1))};
    if (fit.className.empty() || fit.kind.empty())
        return fail(ErrorCode::BadArgument, fmt::format("'{}' is not CLASS=KIND, such as blowhole=pit", text));
    return fit;
}

Result<void> fitDefects(const Dataset &real, const std::vector<DefectFit> &fits, SynthesisSpec &spec,
                        const JobContext &context)
{
    CountedClasses classes;
    for (const DefectFit &fit : fits)
        classes.push_back(fit.className);
    if (auto checked = checkClasses(classes, real, real.root.string()); !checked)
        return checked;
    const auto white = whiteOfImages(real, context);
    if (!white)
        return tl::unexpected(white.error());
    Looks looks;
    std::set<std::string> seen(spec.fittedTo.begin(), spec.fittedTo.end()); // other kinds may be of another set
    const auto images = real.ofSplit(Split::Test);
    std::int64_t done = 0;
    for (const ImageRecord *record : images) {
        if (context.cancelled())
            return cancelledError();
        context.report("fit", done++, std::ssize(images));
        for (const DefectFit &fit : fits) {
            if (!showsDefect(*record, real, {fit.className}))
                continue;
            if (auto added = addLooks(*record, real, fit, context, *white, looks); !added)
                return added;
            auto content = sha256OfFile(record->path, context);
            if (!content)
                return failFrom(std::move(content));
            seen.insert(*content);
        }
    }
    const double mmPerPixel = scaleOfFit(real, spec, context);
    for (const DefectFit &fit : fits) {
        if (auto fitted = synthesis::fitRanges(fit.kind, looks[fit.kind], mmPerPixel, spec.ranges); !fitted)
            return fitted;
        spec.places[fit.kind] = synthesis::placesOf(looks[fit.kind]);
    }
    spec.fittedTo.assign(seen.begin(), seen.end());
    return {};
}

} // namespace patina
