#pragma once

#include <QString>

#include <string>

namespace patina {

/// What the journal says, in the language of the window: the file keeps one wording for all languages.
class JournalWords
{
public:
    /// "label a region as scratch"; words that are not known stay as they are.
    static QString action(const std::string &action);
    /// A name or value, cut off where it is endless: a stranger's file may hold megabytes.
    static QString text(const std::string &text);
    /// "Label" for "label".
    static QString fact(const std::string &what);
    /// "Class" for "class".
    static QString field(const std::string &field);
    /// \param field as in the journal, that the value is of.
    static QString value(const std::string &field, const std::string &value);
};

} // namespace patina
