#include "app/cli/comparison_output.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>

namespace patina::cli {

namespace {

constexpr const char *figuresFile = "compare.json";
constexpr const char *defectsHeader = "image,class,review,reject,peakA,xA,yA,widthA,heightA,areaPxA,peakB,xB,yB,widthB,"
                                      "heightB,areaPxB\n";
constexpr const char *goodHeader = "image,review,reject,scoreA,scoreB\n";

/// "defects.csv", or "defects-b.csv" where there are several comparisons. \param prefix "" or "b.".
std::string listFile(const char *what, const std::string &prefix)
{
    return prefix.empty() ? fmt::format("{}.csv", what) : fmt::format("{}-{}.csv", what, prefix.front());
}

const char *whoFound(bool a, bool b)
{
    return a ? (b ? "both" : "onlyA") : (b ? "onlyB" : "neither");
}

std::string defectsText(const Comparison &comparison)
{
    std::string text = defectsHeader;
    const auto side = [](const RegionOutcome &region) {
        return fmt::format("{},{},{},{},{},{}", region.peak, region.box.x, region.box.y, region.box.width,
                           region.box.height, region.areaPx);
    };
    for (const ComparedDefect &defect : comparison.defects)
        text += fmt::format("{},{},{},{},{},{}\n", csvField(defect.imageId), csvField(defect.className),
                            whoFound(defect.foundByA[0], defect.foundByB[0]),
                            whoFound(defect.foundByA[1], defect.foundByB[1]), side(defect.a), side(defect.b));
    return text;
}

std::string goodText(const Comparison &comparison)
{
    std::string text = goodHeader;
    for (const ComparedGood &image : comparison.good)
        text +=
            fmt::format("{},{},{},{},{}\n", csvField(image.imageId), whoFound(image.flaggedByA[0], image.flaggedByB[0]),
                        whoFound(image.flaggedByA[1], image.flaggedByB[1]), image.scoreA, image.scoreB);
    return text;
}

} // namespace

Result<void> removeComparison(const std::filesystem::path &folder)
{
    Result<void> removed = removeOutput(folder / figuresFile, "{\n  \"a.image.auroc\"");
    const auto removeLists = [&](const std::string &prefix) {
        removed = std::move(removed)
                      .and_then([&] { return removeOutput(folder / listFile("defects", prefix), defectsHeader); })
                      .and_then([&] { return removeOutput(folder / listFile("good", prefix), goodHeader); });
    };
    removeLists("");
    for (char letter = 'b'; letter <= 'z'; ++letter)
        removeLists(std::string(1, letter) + ".");
    return removed;
}

Result<void> writeComparison(const ComparisonReport &report, const FlatJson &json, const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    for (std::size_t i = 0; i < report.comparisons.size(); ++i) {
        const Comparison &comparison = report.comparisons[i];
        const std::string prefix = report.prefix(i);
        auto written = writeTextFile(folder / listFile("defects", prefix), defectsText(comparison)).and_then([&] {
            return writeTextFile(folder / listFile("good", prefix), goodText(comparison));
        });
        if (!written)
            return written;
    }
    return writeTextFile(folder / figuresFile, json.text() + "\n");
}

} // namespace patina::cli
