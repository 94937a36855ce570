#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace patina {

/// A page in the place of the images: what keys that pages have in common find on it.
class KeyedPage
{
public:
    virtual ~KeyedPage() = default;

    /// The first field of each of its sections, in the order of the tabulator key.
    virtual std::vector<QWidget *> sections() const = 0;
    /// "Write the data set": what the page is for.
    virtual QString mainWords() const = 0;
    /// Its key, to be told where the mouse does it; empty: none.
    virtual void setMainKey(const QString &key) = 0;
    /// Does it where it can be done.
    virtual void doMain() = 0;
};

} // namespace patina
