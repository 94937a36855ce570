#include "core/report/verify_report.h"

#include "core/dataset/dataset.h"
#include "core/pipeline/model.h"
#include "core/project/project.h"
#include "core/report/inputs_digest.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

Result<ReportCheck> checkModel(const ReportClaims &claims, const std::filesystem::path &file, const JobContext &context)
{
    return loadModel(file, context).map([&](const Model &model) {
        const bool same = model.info.hash == claims.modelHash;
        return ReportCheck{"model", same,
                           same ? fmt::format("{} is the model of the report", file.string())
                                : fmt::format("{} is another model: its hash is {}, the report is of {}", file.string(),
                                              model.info.hash, claims.modelHash)};
    });
}

Result<ReportCheck> checkData(const ReportClaims &claims, const std::filesystem::path &folder,
                              const JobContext &context)
{
    if (claims.projectEntries > 0)
        return ReportCheck{
            "data", false,
            "the report is of a project, whose journal vouches for the labels: hold it against the project"};
    if (claims.inputsSha256.empty())
        return ReportCheck{"data", false, "the report says nothing of the images that it was made from"};
    auto dataset = openDataset(folder, context);
    if (!dataset)
        return failFrom(std::move(dataset));
    return inputsDigest(*dataset, context).map([&](const InputsDigest &digest) {
        const bool same = digest.sha256 == claims.inputsSha256;
        return ReportCheck{"data", same,
                           same ? fmt::format("the images and labels of {} are those of the report", folder.string())
                                : fmt::format("the images or labels of {} are others: their digest is {}, the report "
                                              "is of {}",
                                              folder.string(), digest.sha256, claims.inputsSha256)};
    });
}

Result<ReportCheck> checkProject(const ReportClaims &claims, const std::filesystem::path &file,
                                 const JobContext &context)
{
    if (claims.projectHead.empty())
        return ReportCheck{"project", false, "the report is not that of a project, or its journal was empty"};
    auto project = Project::open(file, Project::Access::ReadOnly);
    if (!project)
        return failFrom(std::move(project));
    auto entries = project->journal(claims.projectEntries, 1);
    auto head = project->head();
    if (!entries)
        return failFrom(std::move(entries));
    if (!head)
        return failFrom(std::move(head));
    const bool same = entries->size() == 1 && entries->front().number == claims.projectEntries &&
                      entries->front().sha256 == claims.projectHead;
    if (!same)
        return ReportCheck{"project", false,
                           fmt::format("{} is another project, or its journal was changed: entry {} is not the one "
                                       "with the hash {}",
                                       file.string(), claims.projectEntries, claims.projectHead)};
    const auto verdict = project->verify(context);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (!verdict->good())
        return ReportCheck{
            "project", false,
            fmt::format("{} does not hold what its journal tells: {}", file.string(), verdict->problems.front())};
    const std::int64_t since = head->number - claims.projectEntries;
    return ReportCheck{"project", true,
                       since == 0 ? fmt::format("{} is the project of the report, as it was then", file.string())
                                  : fmt::format("{} is the project of the report; its journal has gone on by {} {}",
                                                file.string(), since, since == 1 ? "entry" : "entries")};
}

} // namespace

bool ReportVerdict::holds() const
{
    return std::ranges::all_of(checks, &ReportCheck::holds);
}

Result<ReportVerdict> verifyReport(const VerifyRequest &request, const JobContext &context)
{
    auto claims = claimsOfFile(request.report);
    if (!claims)
        return failFrom(std::move(claims));
    ReportVerdict verdict{std::move(*claims), {}};
    const auto add = [&](Result<ReportCheck> check) -> Result<void> {
        return std::move(check).map([&](ReportCheck &&found) { verdict.checks.push_back(std::move(found)); });
    };
    if (auto added = add(checkModel(verdict.claims, request.model, context)); !added)
        return failFrom(std::move(added));
    if (request.data)
        if (auto added = add(checkData(verdict.claims, *request.data, context)); !added)
            return failFrom(std::move(added));
    if (request.project)
        if (auto added = add(checkProject(verdict.claims, *request.project, context)); !added)
            return failFrom(std::move(added));
    return verdict;
}

} // namespace patina
