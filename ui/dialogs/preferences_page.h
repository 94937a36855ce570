#pragma once

#include "ui/settings/settings.h"

#include <QWidget>

namespace patina {

/// One page of the preferences: shows some of the settings and says what the user has made of them.
class PreferencesPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual QString iconName() const = 0;
    virtual void load(const Settings &settings) = 0;
    virtual void store(Settings &settings) const = 0;
    virtual void retranslate() = 0;

signals:
    void edited();
};

} // namespace patina
