#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/image_size.h"
#include "app/cli/synth_spec.h"
#include "core/base/system.h"
#include "core/image/png_file.h"
#include "core/studies/defects_like.h"
#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/gallery.h"
#include "core/synthesis/spec_fields.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace patina::cli {

namespace {

void printSummary(const SynthesisSpec &spec, const SynthesisSummary &summary, const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("version", nameOf(spec.version));
        for (const auto &dataset : summary.datasets)
            json.set(spec.version == SynthesisVersion::Both ? "dataset." + dataset.filename().string() : "dataset",
                     dataset.string());
        json.set("surface", spec.surface);
        json.set("width", spec.widthPx);
        json.set("height", spec.heightPx);
        json.set("seed", spec.seed);
        json.set("images", summary.images);
        json.set("images.kept", summary.kept);
        json.set("masks", summary.masks);
        json.set("images.stained", summary.stainedImages);
        json.set("time.totalS", summary.seconds);
        json.print();
        return;
    }
    for (const auto &dataset : summary.datasets)
        fmt::print("{}\n", dataset.string());
    fmt::print("{} images of {}{}x{} ({} with impurities), {} masks, seed {}, {:.1f} s\n", summary.images,
               takesWholePhotos(spec) ? "up to " : "", spec.widthPx, spec.heightPx, summary.stainedImages,
               summary.masks, spec.seed, summary.seconds);
}

Result<void> runGallery(const SynthesisSpec &spec, const SynthOptions &options, const CommandContext &context)
{
    const GalleryRequest request{options.gallery, options.count.value_or(GalleryRequest{}.count), options.cellPx,
                                 options.fullScale};
    auto sheet = renderGallery(spec, request, effectiveThreads(context.threads), context.job);
    if (!sheet)
        return failFrom(std::move(sheet));
    if (auto written = writePng(options.out, *sheet); !written)
        return written;
    if (context.json) {
        FlatJson json;
        json.set("gallery", request.kind);
        json.set("file", options.out);
        json.set("views", request.count);
        json.set("width", sheet->cols);
        json.set("height", sheet->rows);
        json.set("seed", spec.seed);
        json.print();
        return {};
    }
    fmt::print("{}\n{} views of {}, {}x{}, seed {}\n", options.out, request.count, request.kind, sheet->cols,
               sheet->rows, spec.seed);
    return {};
}

Result<void> runSynth(const SynthOptions &options, const CommandContext &context)
{
    auto spec = specOf(options, context);
    if (!spec)
        return failFrom(std::move(spec));
    if (!options.gallery.empty())
        return runGallery(*spec, options, context);
    auto summary = writeDataset(*spec, options.out, {context.threads}, context.job);
    if (!summary)
        return failFrom(std::move(summary));
    printSummary(*spec, *summary, context);
    return {};
}

std::vector<std::string> namesOf(const std::vector<std::string_view> &known, bool allowNone)
{
    std::vector<std::string> names(known.begin(), known.end());
    if (allowNone)
        names.emplace_back("none");
    return names;
}

void addContentOptions(CLI::App &verb, SynthOptions &options)
{
    verb.add_option("--spec", options.specFile,
                    "Specification, or the manifest of an earlier data set; other options change it");
    verb.add_option("--surface", options.surface, "How the metal was machined; default: brushed")
        ->check(CLI::IsMember(namesOf(synthesisSurfaces(), false)));
    auto *like = verb.add_option("--like", options.like,
                                 "Data set or folder of real good images that the surface exemplar is to be like");
    verb.add_option("--base", options.base,
                    "texture: new texture like theirs; photo: the images themselves, for parts whose shape matters; "
                    "default: texture")
        ->check(CLI::IsMember({"texture", "photo"}))
        ->needs(like);
    verb.add_option("--defects", options.defects, "Defect classes, comma separated, or none; default: scratch")
        ->delimiter(',')
        ->check(CLI::IsMember(namesOf(synthesisDefects(), true)));
    auto *real = verb.add_option("--defects-like", options.defectsLike,
                                 "Data set of real defects with masks: sizes, forms, directions and darkness of "
                                 "the made ones are fitted to those of its test images");
    verb.add_option("--fit", options.fits,
                    "Which classes of --defects-like are made as what, comma separated, such as "
                    "blowhole=pit,crack=crack; pit and crack can be fitted; default: classes called like these")
        ->delimiter(',')
        ->check(parsedBy(parseDefectFit))
        ->needs(real);
    verb.add_option("--impurities", options.impurities,
                    "Impurity classes, comma separated, or none; default: water-stain")
        ->delimiter(',')
        ->check(CLI::IsMember(namesOf(synthesisImpurities(), true)));
    verb.add_option("--ambiguous", options.ambiguous,
                    "Cases of the class ambiguous, comma separated, in turn; default: all")
        ->delimiter(',')
        ->check(CLI::IsMember(namesOf(synthesisAmbiguities(), false)));
    verb.add_option("--version", options.version,
                    "clean, stained or both (in clean/ and stained/, alike but for the impurities); default: both")
        ->check(CLI::IsMember({"clean", "stained", "both"}));
    verb.add_option("--light", options.light, "bar or ring; default: bar")->check(CLI::IsMember({"bar", "ring"}));
}

void addAmountOptions(CLI::App &verb, SynthOptions &options)
{
    const auto amount = CLI::Range(0, 1'000'000);
    verb.add_option("--count", options.count, "Images of a version, shared out like the defaults below")
        ->check(CLI::Range(1, 1'000'000));
    verb.add_option("--train", options.train, "Good images to train on; default: 24")->check(amount);
    verb.add_option("--validation", options.validation, "Good images to validate on; default: 0")->check(amount);
    verb.add_option("--test-good", options.testGood, "Good images to test on; default: 10")->check(amount);
    verb.add_option("--test-defect", options.testDefect, "Images of each defect class; default: 14")->check(amount);
    verb.add_option("--test-ambiguous", options.testAmbiguous,
                    "Images of the class ambiguous, which count nowhere; default: 0")
        ->check(amount);
    verb.add_option("--size", options.size,
                    "WIDTHxHEIGHT in pixels; default: 1024x768, of --like that of its images, each photo in its own")
        ->check(parsedBy(parseImageSize));
    verb.add_option("--bit-depth", options.bitDepth,
                    "Of the images: 8, 10, 12, 14 or 16, above 8 in files of 16 bits; default: 8, or as the images of "
                    "--like");
    verb.add_option("--mm-per-pixel", options.mmPerPixel, "Scale; default: 0.02")
        ->check(numberWithin(synthesis::smallestMmPerPixel, synthesis::largestMmPerPixel));
}

void addGalleryOptions(CLI::App &verb, SynthOptions &options)
{
    std::vector<std::string> kinds;
    for (const std::string_view kind : galleryKinds())
        kinds.emplace_back(kind);
    verb.add_option("--gallery", options.gallery,
                    "Instead of a data set, a contact sheet of --count views of this kind, 64 unless told, as the PNG "
                    "--out")
        ->check(CLI::IsMember(kinds));
    verb.add_option("--cell", options.cellPx, "Side of a gallery's views in pixels")->check(CLI::Range(32, 1024));
    verb.add_flag("--full-scale", options.fullScale,
                  "A gallery's views at the image's own scale, also where not all of it fits");
}

} // namespace

void addSynthVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<SynthOptions>();
    CLI::App *verb = app.add_subcommand("synth", "Make a synthetic data set with masks, clean and stained");
    verb->add_option("--out", options->out,
                     "New or empty folder, or one that an earlier run made; the PNG of a gallery")
        ->required();
    addContentOptions(*verb, *options);
    addAmountOptions(*verb, *options);
    addGalleryOptions(*verb, *options);
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Seed});
    verb->get_option("--seed")->default_str(fmt::format("{}", SynthesisSpec{}.seed));
    verbs.push_back({verb, [options, verb](const CommandContext &ready) {
                         options->seedGiven = verb->count("--seed") > 0;
                         return runSynth(*options, ready);
                     }});
}

} // namespace patina::cli
