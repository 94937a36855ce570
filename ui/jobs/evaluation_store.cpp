#include "ui/jobs/evaluation_store.h"

#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/sha256.h"

#include <span>
#include <string_view>
#include <utility>

namespace patina {

namespace {

constexpr std::size_t digits = 64;
constexpr std::int64_t largestBytes = std::int64_t{1} << 28;

} // namespace

EvaluationStore::EvaluationStore(std::filesystem::path folder, std::int64_t mostBytes)
    : m_folder(std::move(folder), ".evaluated", mostBytes)
{
}

std::optional<EvaluatedImage> EvaluationStore::get(const std::string &key)
{
    const std::filesystem::path file = m_folder.fileFor(key);
    const auto bytes = readFileBytes(file, largestBytes);
    if (!bytes)
        return std::nullopt;
    if (bytes->size() > digits) {
        const std::span content = std::span(*bytes).subspan(digits);
        const std::string_view told(reinterpret_cast<const char *>(bytes->data()), digits);
        if (auto image = told == sha256Of(content) ? EvaluatedImage::decoded(content)
                                                   : fail(ErrorCode::Corrupt, "other bytes than were written")) {
            BoundedFolder::touch(file);
            return *std::move(image);
        }
    }
    std::error_code ec;
    std::filesystem::remove(file, ec);
    return std::nullopt;
}

void EvaluationStore::put(const std::string &key, const EvaluatedImage &image)
{
    const std::vector<std::uint8_t> content = image.encoded();
    const auto write = [&] {
        return AtomicFile::create(m_folder.fileFor(key)).and_then([&](AtomicFile &&file) {
            return file.write(sha256Of(content)).and_then([&] { return file.write(content); }).and_then([&] {
                return file.commit();
            });
        });
    };
    static_cast<void>(m_folder.put(static_cast<std::int64_t>(content.size() + digits), write));
}

} // namespace patina
