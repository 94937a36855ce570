#include "core/backbone/zip_container.h"

#include "core/base/printable.h"
#include "core/base/read_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <zip.h>

namespace patina {

namespace {

constexpr zip_int64_t maxEntries = 65536;
constexpr zip_uint64_t maxUnfolding = 100;
constexpr zip_uint64_t smallBytes = 1 << 20; ///< what may unfold freely: short texts pack well

struct FileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

/// What libzip says about an entry, and whether Patina takes it.
Result<zip_stat_t> statOf(zip_t *archive, const std::string &name, std::int64_t maxBytes)
{
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat(archive, name.c_str(), ZIP_FL_ENC_RAW, &facts) != 0)
        return fail(ErrorCode::NotFound, fmt::format("zip entry {} is missing", printable(name)));
    constexpr zip_uint64_t wanted =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((facts.valid & wanted) != wanted)
        return fail(ErrorCode::BadFormat, fmt::format("zip entry {} does not say its size", printable(name)));
    if (facts.encryption_method != ZIP_EM_NONE ||
        (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE))
        return fail(ErrorCode::Unsupported,
                    fmt::format("zip entry {} is encrypted or packed in a way that is not read", printable(name)));
    if (facts.size > static_cast<zip_uint64_t>(maxBytes))
        return fail(ErrorCode::TooLarge,
                    fmt::format("zip entry {} has {} bytes, {} allowed", printable(name), facts.size, maxBytes));
    if (facts.size > smallBytes && facts.size / maxUnfolding > facts.comp_size)
        return fail(ErrorCode::TooLarge, fmt::format("zip entry {} unfolds from {} to {} bytes: refused as a zip bomb",
                                                     printable(name), facts.comp_size, facts.size));
    return facts;
}

tl::unexpected<Error> unreadable(zip_error_t &error)
{
    std::string text = fmt::format("not a readable zip file: {}", zip_error_strerror(&error));
    zip_error_fini(&error);
    return fail(ErrorCode::BadFormat, std::move(text));
}

} // namespace

struct ZipContainer::State
{
    zip_t *archive = nullptr;
    ~State()
    {
        if (archive != nullptr)
            zip_discard(archive);
    }
};

ZipContainer::ZipContainer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ZipContainer::ZipContainer(ZipContainer &&) noexcept = default;
ZipContainer &ZipContainer::operator=(ZipContainer &&) noexcept = default;
ZipContainer::~ZipContainer() = default;

bool ZipContainer::looksLikeZip(std::span<const std::uint8_t> bytes)
{
    return bytes.size() >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
}

Result<ZipContainer> ZipContainer::open(std::span<const std::uint8_t> bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        return unreadable(error);
    auto state = std::make_unique<State>();
    state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state->archive == nullptr) {
        zip_source_free(source);
        return unreadable(error);
    }
    zip_error_fini(&error);
    return withNames(std::move(state));
}

Result<ZipContainer> ZipContainer::openFile(const std::filesystem::path &path)
{
    if (const auto size = regularFileSize(path); !size)
        return tl::unexpected(size.error());
    int code = 0;
    auto state = std::make_unique<State>();
    state->archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (state->archive == nullptr) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        return unreadable(error);
    }
    return withNames(std::move(state));
}

Result<ZipContainer> ZipContainer::withNames(std::unique_ptr<State> state)
{
    const zip_int64_t count = zip_get_num_entries(state->archive, 0);
    if (count > maxEntries)
        return fail(ErrorCode::TooLarge, fmt::format("zip file with {} entries, {} allowed", count, maxEntries));
    ZipContainer container(std::move(state));
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char *name = zip_get_name(container.m_state->archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW))
            container.m_names.emplace_back(name);
    return container;
}

bool ZipContainer::contains(std::string_view name) const
{
    return std::ranges::find(m_names, name) != m_names.end();
}

Result<std::vector<std::uint8_t>> ZipContainer::read(const std::string &name, std::int64_t maxBytes) const
{
    const auto facts = statOf(m_state->archive, name, maxBytes);
    if (!facts)
        return tl::unexpected(facts.error());
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_state->archive, facts->index, 0));
    if (!file)
        return fail(ErrorCode::BadFormat,
                    fmt::format("zip entry {}: {}", printable(name), zip_strerror(m_state->archive)));
    try {
        std::vector<std::uint8_t> bytes(static_cast<std::size_t>(facts->size));
        std::uint8_t beyond = 0;
        // The checksum is compared when the end is reached: one read more than the announced size.
        if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()) ||
            zip_fread(file.get(), &beyond, 1) != 0)
            return fail(ErrorCode::Corrupt,
                        fmt::format("zip entry {} is damaged: {}", printable(name), zip_file_strerror(file.get())));
        return bytes;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("zip entry {}: no memory for {} bytes", printable(name), facts->size));
    }
}

} // namespace patina
