#pragma once

#include "core/evaluation/project_evaluation.h"
#include "ui/jobs/bounded_folder.h"

namespace patina {

/// Evaluated images on the disk, one file each, with the SHA-256 of what is in it: a damaged one is removed and counts
/// as none. What cannot be written is evaluated again the next time. From any thread.
class EvaluationStore : public EvaluatedImageStore
{
public:
    explicit EvaluationStore(std::filesystem::path folder, std::int64_t mostBytes = std::int64_t{4} << 30);

    std::optional<EvaluatedImage> get(const std::string &key) override;
    void put(const std::string &key, const EvaluatedImage &image) override;

private:
    BoundedFolder m_folder;
};

} // namespace patina
