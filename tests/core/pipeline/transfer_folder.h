#pragma once

#include "tests/core/pipeline/training_folder.h"

#include <string>

namespace patina {

/// A training folder with eight other parts in `other`, and initial.patina trained on the first ones.
class TransferFolder
{
public:
    /// \returns an empty text, or what went wrong.
    std::string make()
    {
        std::string problem = m_folder.make();
        std::error_code ec;
        if (!problem.empty() || !std::filesystem::create_directory(file("other"), ec))
            return problem.empty() ? "no folder" : problem;
        for (int i = 0; i < 8; ++i)
            if (!cv::imwrite((file("other") / (std::to_string(i) + ".png")).string(), madePart(100 + i)))
                return "no part";
        auto other = openDataset(file("other"));
        if (!other)
            return other.error().detail;
        m_other = std::move(*other);
        return save("initial.patina", firstRequest(80));
    }

    std::filesystem::path file(const char *name) const { return m_folder.file(name); }

    /// On the first parts, from nothing.
    TrainRequest firstRequest(std::int64_t bankSize) const { return m_folder.request(bankSize); }
    /// On the other parts, from initial.patina.
    TrainRequest request(std::int64_t bankSize, const KeepRule &keep) const
    {
        TrainRequest request = m_folder.request(bankSize);
        request.dataset = m_other;
        request.initialModel = file("initial.patina");
        request.keep = keep;
        return request;
    }

    /// Trains, and saves the model at file(name). \returns an empty text, or what went wrong.
    std::string save(const char *name, const TrainRequest &request) const
    {
        const auto model = train(request, {});
        if (!model)
            return model.error().detail;
        const auto hash = saveModel(*model, file(name));
        return hash ? std::string() : hash.error().detail;
    }

private:
    TrainingFolder m_folder;
    Dataset m_other;
};

} // namespace patina
