#include "core/project/formats/xml_reader.h"

#include "core/base/read_file.h"
#include "core/project/formats/foreign_labels.h"

#include <fmt/format.h>

#include <array>
#include <expat.h>
#include <fstream>
#include <memory>
#include <optional>

namespace patina::formats {

namespace {

constexpr int deepest = 32;
constexpr std::size_t chunkBytes = std::size_t{1} << 16;

struct ParserFree
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFree>;

/// Between expat's calls and ours: no exception may pass through expat.
class XmlBridge
{
public:
    XmlBridge(XML_Parser parser, XmlElements &elements) : m_parser(parser), m_elements(elements)
    {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, onBegin, onEnd);
        XML_SetStartDoctypeDeclHandler(parser, onDoctype);
    }

    const std::optional<Error> &failure() const { return m_failure; }

private:
    static void XMLCALL onBegin(void *self, const XML_Char *name, const XML_Char **attributes)
    {
        static_cast<XmlBridge *>(self)->guarded([=](XmlBridge &bridge) {
            if (++bridge.m_depth > deepest)
                return bridge.stop({ErrorCode::TooLarge, fmt::format("XML nested over {} deep", deepest)});
            XmlAttributes values;
            for (const XML_Char **at = attributes; *at != nullptr; at += 2)
                values.emplace(at[0], at[1]);
            if (const auto begun = bridge.m_elements.begin(name, std::move(values)); !begun)
                bridge.stop(begun.error());
        });
    }
    static void XMLCALL onEnd(void *self, const XML_Char *name)
    {
        static_cast<XmlBridge *>(self)->guarded([=](XmlBridge &bridge) {
            --bridge.m_depth;
            bridge.m_elements.end(name);
        });
    }
    static void XMLCALL onDoctype(void *self, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        static_cast<XmlBridge *>(self)->guarded([](XmlBridge &bridge) {
            bridge.stop({ErrorCode::Unsupported, "XML with a document type (DOCTYPE), which can hide anything"});
        });
    }

    template <typename Step>
    void guarded(Step step)
    {
        if (m_failure)
            return;
        try {
            step(*this);
        } catch (const std::exception &) {
            stop({ErrorCode::OutOfMemory, "no memory for what the XML holds"});
        }
    }
    void stop(Error error)
    {
        m_failure = std::move(error);
        XML_StopParser(m_parser, XML_FALSE);
    }

    XML_Parser m_parser;
    XmlElements &m_elements;
    int m_depth = 0;
    std::optional<Error> m_failure;
};

} // namespace

Result<void> readXml(const std::filesystem::path &file, XmlElements &elements, const JobContext &context)
{
    const auto size = regularFileSize(file);
    if (!size)
        return tl::unexpected(size.error());
    if (*size > mostFileBytes)
        return fail(ErrorCode::TooLarge, fmt::format("{}: {} bytes, over {}", file.string(), *size, mostFileBytes));
    const Parser parser(XML_ParserCreate(nullptr));
    std::ifstream stream(file, std::ios::binary);
    if (!parser || !stream)
        return fail(ErrorCode::Unreadable, fmt::format("{} cannot be read", file.string()));
    const XmlBridge bridge(parser.get(), elements);
    std::array<char, chunkBytes> chunk{};
    std::int64_t done = 0;
    for (bool last = false; !last;) {
        if (context.cancelled())
            return cancelledError();
        context.report("read", done, *size);
        stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        done += stream.gcount();
        if (stream.bad() || done > mostFileBytes)
            return fail(ErrorCode::Unreadable, fmt::format("{} cannot be read", file.string()));
        last = stream.eof();
        if (XML_Parse(parser.get(), chunk.data(), static_cast<int>(stream.gcount()), last) == XML_STATUS_OK)
            continue;
        if (bridge.failure())
            return fail(bridge.failure()->code, fmt::format("{}: {}", file.string(), bridge.failure()->detail));
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} line {}: not XML: {}", file.string(), XML_GetCurrentLineNumber(parser.get()),
                                XML_ErrorString(XML_GetErrorCode(parser.get()))));
    }
    return {};
}

std::string xmlText(std::string_view text)
{
    std::string escaped;
    for (const char letter : text) {
        if (letter == '&')
            escaped += "&amp;";
        else if (letter == '<')
            escaped += "&lt;";
        else if (letter == '>')
            escaped += "&gt;";
        else if (letter == '"')
            escaped += "&quot;";
        else if (static_cast<unsigned char>(letter) < ' ' && letter != '\t' && letter != '\n')
            escaped += '?';
        else
            escaped += letter;
    }
    return escaped;
}

} // namespace patina::formats
