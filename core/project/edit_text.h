#pragma once

#include "core/base/result.h"

#include <opencv2/core/types.hpp>

#include <cstddef>
#include <string>
#include <vector>

// What the journal keeps of a change, as somebody reads it.
namespace patina {

/// A field that an edit changed. A mask is told as "1234 px: x 200, y 80, 40 x 31", a polygon by its corners; empty: it
/// had, or has, no value.
struct FieldText
{
    std::string field; ///< "class", as in the journal
    std::string before;
    std::string after;

    bool operator==(const FieldText &) const = default;
};

enum class EditKind { Added, Changed, Removed };

struct EditText
{
    std::string what;  ///< "label", as in the journal
    std::string name;  ///< of the fact: its keys, `a.png of Eva`
    std::string image; ///< id of the image that it is about; empty: of none
    cv::Rect areaPx;   ///< around the label or zone, as it is afterwards, or was; empty: of none
    EditKind kind = EditKind::Changed;
    std::vector<FieldText> fields; ///< those that differ, in the order of the tables

    bool operator==(const EditText &) const = default;
};

struct EditTexts
{
    std::vector<EditText> edits;
    std::size_t all = 0; ///< there are, of which `edits` has the first
};

/// \param edits JournalEntry::edits. \param most edits that are told. Errors: BadFormat (no edits).
Result<EditTexts> editTexts(const std::string &edits, std::size_t most);

} // namespace patina
