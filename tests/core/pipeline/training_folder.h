#pragma once

#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/pipeline/trainer.h"
#include "tests/core/pipeline/made_parts.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

#include <filesystem>
#include <string>

namespace patina {

/// A temporary folder with a tiny backbone in `home` and ten made parts in `parts`, to train on.
class TrainingFolder
{
public:
    /// \returns an empty text, or what went wrong.
    std::string make()
    {
        std::error_code ec;
        if (!m_folder.isValid() || !std::filesystem::create_directory(file("parts"), ec))
            return "no folder";
        Backbone tiny = makeTinyBackbone(5);
        if (auto saved = saveBackbone(tiny, file("home")); !saved)
            return saved.error().detail;
        for (int i = 0; i < 10; ++i)
            if (!cv::imwrite((file("parts") / (std::to_string(i) + ".png")).string(), madePart(i)))
                return "no part";
        auto dataset = openDataset(file("parts"));
        if (!dataset)
            return dataset.error().detail;
        m_dataset = std::move(*dataset);
        return {};
    }

    std::filesystem::path file(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    const Dataset &dataset() const { return m_dataset; }

    /// Two of the ten parts are held out.
    TrainRequest request(std::int64_t bankSize) const
    {
        TrainRequest request;
        request.dataset = m_dataset;
        request.backbone = "tiny";
        request.backboneFolder = file("home");
        request.coreset.bankSize = bankSize;
        request.holdout = 0.2;
        request.threads = 2;
        return request;
    }

private:
    QTemporaryDir m_folder;
    Dataset m_dataset;
};

} // namespace patina
