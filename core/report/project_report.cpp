#include "core/report/project_report.h"

#include "core/project/agreement.h"
#include "core/project/project.h"
#include "core/project/project_settings.h"
#include "core/project/project_thresholds.h"
#include "core/report/inputs_digest.h"
#include "core/report/shell_words.h"
#include "core/report/worst_pictures.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace patina {

namespace {

class ProjectReport
{
public:
    ProjectReport(const ProjectReportRequest &request, const Project &project, const JobContext &context)
        : m_request(request), m_contents(*request.evaluation.contents), m_project(project), m_context(context),
          m_truth(request.evaluation.contents, request.evaluation.reader)
    {
    }

    Result<ReportInput> collect()
    {
        auto result = evaluateProject(m_request.evaluation, m_context);
        if (!result)
            return failFrom(std::move(result));
        if (m_request.evaluated)
            m_request.evaluated(*result);
        ReportInput input;
        input.title = m_request.title;
        input.dateUtc = m_request.dateUtc;
        input.program = m_request.program;
        input.modelName = m_request.modelFile.filename().string();
        input.model = m_request.model;
        input.evaluation = result->evaluations.front();
        for (std::size_t i = 1; i < result->evaluations.size(); ++i)
            input.policies.push_back({result->policies[i], selectedFigures(result->evaluations[i])});
        input.thresholds = thresholds(input.evaluation.settings);
        input.command = command(input.evaluation);
        input.data = data(*result);
        if (auto told = tellProject(input); !told)
            return failFrom(std::move(told));
        if (m_request.pictures == 0)
            return input;
        const auto open = [&](const std::string &id, const JobContext &quiet) { return picture(id, quiet); };
        auto pictures = worstPictures(open, m_request.model, input.evaluation,
                                      {m_request.pictures, input.thresholds.whyNone.empty()}, m_context);
        if (!pictures)
            return failFrom(std::move(pictures));
        input.escapes = std::move(pictures->escapes);
        input.overkills = std::move(pictures->overkills);
        return input;
    }

private:
    static std::string zoneText(const Zone &zone)
    {
        const cv::Rect box = cv::boundingRect(zone.polygon);
        const std::string where = fmt::format("{}, {} corners within x {} to {}, y {} to {} px",
                                              zone.image.empty() ? std::string("all images") : zone.image,
                                              zone.polygon.size(), box.x, box.x + box.width, box.y, box.y + box.height);
        if (zone.thresholdFactor)
            return fmt::format("{}: both thresholds are {:g} times those above", where, *zone.thresholdFactor);
        return zone.kind == ZoneKind::Roi ? where + ": region of interest, only what lies in one counts"
                                          : where + ": does not count";
    }

    ReportThresholds thresholds(const EvaluationSettings &settings) const
    {
        ReportThresholds told;
        for (const Zone &zone : m_contents.zones)
            told.zones.push_back(zoneText(zone));
        const ScoreScale &scale = m_request.model.scoreScale;
        const auto kept = thresholdsOf(m_contents, m_request.model.hash);
        const bool own = scale.calibrated() && settings.reviewThreshold == scale.reviewThreshold() &&
                         settings.rejectThreshold == scale.rejectThreshold();
        const bool ofProject =
            kept && kept->review == settings.reviewThreshold && kept->reject == settings.rejectThreshold;
        told.source = own         ? "the calibration of the model"
                      : ofProject ? "a setting of the project"
                                  : "given for this evaluation";
        if (!scale.calibrated()) {
            told.how = "the model is uncalibrated: they are on the scale of its raw distances";
            if (!ofProject)
                told.whyNone = "the model is uncalibrated";
            return told;
        }
        told.how = own ? fmt::format("on the model's scale 0 is the median and 1 the 0.95 quantile of the scores "
                                     "of {} held-out good images; review is 1 and reject the largest of those "
                                     "scores",
                                     scale.images)
                   : ofProject
                       ? (kept->rule.empty()
                              ? std::string("set by hand; the journal says when and by whom")
                              : "set by the rule: " + kept->rule +
                                    "; the figures here are of all images, those that it was chosen on among them")
                       : std::string("given with the command");
        return told;
    }

    std::string command(const Evaluation &evaluation) const
    {
        const EvaluationSettings &settings = evaluation.settings;
        std::string words = fmt::format("patina-cli evaluate {} {}", shellWord(m_request.modelFile.string()),
                                        shellWord(m_request.project.string()));
        if (!m_request.evaluation.reader.empty())
            words += " --reader " + shellWord(m_request.evaluation.reader);
        words += fmt::format(" --policy {} --review {} --reject {}", labelPolicyText(settings.policy),
                             settings.reviewThreshold, settings.rejectThreshold);
        if (settings.minAreaPx != 1 || minimumAreaOf(m_contents) > 1)
            words += fmt::format(" --min-area {}", settings.minAreaPx);
        return words + " --json";
    }

    std::string kindOf(const std::string &className) const
    {
        const auto known = std::ranges::find(m_contents.classes, className, &ProjectClass::name);
        return known == m_contents.classes.end() ? "good" : std::string(classKindName(known->kind));
    }

    ReportData data(const ProjectEvaluation &result) const
    {
        ReportData told;
        told.name = m_request.project.stem().string();
        told.root = m_request.project.string();
        told.layout = m_request.evaluation.reader.empty()
                          ? "project; labels as they were imported"
                          : fmt::format("project; labels as imported, over them the decisions of {}",
                                        m_request.evaluation.reader);
        told.mmPerPixel = mmPerPixelOf(m_contents);
        told.skipped = std::ssize(result.skipped);
        std::map<std::tuple<Split, bool, std::string>, std::pair<std::int64_t, std::set<std::string>>> counts;
        for (const ProjectImage &image : m_contents.images) {
            auto &[images, groups] = counts[{image.split, image.className != "good", image.className}];
            ++images;
            groups.insert(image.group.empty() ? image.id : image.group);
        }
        for (const auto &[key, count] : counts)
            told.counts.push_back({std::string(splitName(std::get<0>(key))), std::get<2>(key), kindOf(std::get<2>(key)),
                                   count.first, std::ssize(count.second)});
        std::set<std::string> groups;
        std::vector<DigestItem> items;
        std::set<std::string> skipped;
        for (const SkippedImage &image : result.skipped)
            skipped.insert(image.id);
        const auto add = [&](std::size_t index) {
            const ProjectImage &image = m_contents.images[index];
            items.push_back({image.id, image.sha256, image.className, image.group, {{"truth", m_truth.digest(index)}}});
        };
        for (const std::size_t index : result.scope.counted) {
            const ProjectImage &image = m_contents.images[index];
            if (skipped.contains(image.id))
                continue;
            groups.insert(image.group.empty() ? image.id : image.group);
            add(index);
            ++told.testImages;
        }
        for (const std::size_t index : result.scope.validation)
            add(index);
        told.trainedOn = result.scope.trainedOn;
        told.copies = std::ssize(result.scope.copies);
        told.notKnown = result.scope.notKnown;
        told.groups = std::ssize(groups);
        told.inputs = inputsDigest(std::move(items), m_truth.classes());
        told.inputs.labels = std::ssize(m_contents.labels);
        return told;
    }

    Result<void> tellProject(ReportInput &input) const
    {
        const auto lines = m_project.journalLines(1, m_request.journalEntries);
        if (!lines)
            return tl::unexpected(lines.error());
        ReportProject told;
        told.name = m_request.project.stem().string();
        told.file = m_request.project.string();
        told.head = m_request.journalHead;
        told.entries = m_request.journalEntries;
        told.readers = readersOf(m_contents);
        told.journal = journalDigest(*lines);
        for (std::size_t i = 0; i < told.readers.size(); ++i)
            for (std::size_t k = i + 1; k < told.readers.size(); ++k) {
                auto agreement = agreementOf(m_contents, told.readers[i], told.readers[k], m_context);
                if (!agreement)
                    return failFrom(std::move(agreement));
                told.agreement.push_back(std::move(*agreement));
            }
        if (told.readers.size() < 2)
            told.whyNoAgreement = told.readers.empty() ? "nobody has decided anything: the labels were imported"
                                                       : "one reader has decided; there was no second reading";
        input.project = std::move(told);
        return {};
    }

    Result<PictureSource> picture(const std::string &id, const JobContext &context) const
    {
        const auto found = std::ranges::find(m_contents.images, id, &ProjectImage::id);
        if (found == m_contents.images.end())
            return fail(ErrorCode::NotFound, "it is not in the project");
        auto map = m_request.evaluation.openMap(*found, context);
        if (!map)
            return failFrom(std::move(map));
        auto truth = m_truth.of(static_cast<std::size_t>(found - m_contents.images.begin()), map->imageSize,
                                map->mapSize, context);
        if (!truth)
            return failFrom(std::move(truth));
        auto opened = openImage(m_project.fullPath(found->path), {}, context);
        if (opened && m_request.model.scale < 1.0)
            opened = scaledImage(std::move(*opened), m_request.model.scale);
        if (!opened)
            return failFrom(std::move(opened));
        PictureSource source;
        source.image = std::move(*opened);
        source.render = map->render;
        for (LabelLayer &layer : truth->labels.layers)
            source.labels.push_back(std::move(layer.mask));
        return source;
    }

    const ProjectReportRequest &m_request;
    const ProjectContents &m_contents;
    const Project &m_project;
    const JobContext &m_context;
    ProjectTruth m_truth;
};

} // namespace

Result<ReportInput> collectProjectReport(const ProjectReportRequest &request, const JobContext &context)
{
    const auto project = Project::open(request.project, Project::Access::ReadOnly);
    if (!project)
        return tl::unexpected(project.error());
    return ProjectReport(request, *project, context).collect();
}

} // namespace patina
