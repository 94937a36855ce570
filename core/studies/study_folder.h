#pragma once

#include "core/base/file_lock.h"
#include "core/base/result.h"
#include "core/studies/study_images.h"
#include "core/studies/study_plan.h"

#include <filesystem>
#include <vector>

namespace patina {

/// The folder that a study writes to: one study of the same data sets, and one process at a time. More seeds, arms,
/// another backbone or other sizes are the same study; a data set is the same in its folder, whatever has changed in
/// there, and wherever its contents are.
class StudyFolder
{
public:
    /// Makes the folder with models/ and runs/, and notes in inputs.json what it holds.
    /// \param contents of the data sets of the plan. Errors: BadArgument (it has runs or the report of another study or
    /// of other data, another process works in it), WriteFailed.
    static Result<StudyFolder> take(const std::filesystem::path &out, const StudyPlan &plan,
                                    const std::vector<DatasetContent> &contents);

private:
    explicit StudyFolder(FileLock lock) : m_lock(std::move(lock)) {}

    FileLock m_lock;
};

} // namespace patina
