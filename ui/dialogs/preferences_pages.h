#pragma once

#include "ui/dialogs/preferences_page.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace patina {

/// A page of labelled fields with remarks under them.
class FormPage : public PreferencesPage
{
    Q_OBJECT
protected:
    explicit FormPage(QWidget *parent);

    /// \returns the label, which is the field's buddy and tells its accessible name.
    QLabel *addField(QWidget *field, const char *objectName);
    QLabel *addRemark();
    /// Words of a label, and of its field for those who do not see it.
    static void say(QLabel *label, const QString &text);

private:
    QFormLayout *m_form = nullptr;
};

class GeneralPage : public FormPage
{
    Q_OBJECT
public:
    explicit GeneralPage(QWidget *parent = nullptr);
    QString title() const override;
    QString iconName() const override { return QStringLiteral("preferences"); }
    void load(const Settings &settings) override;
    void store(Settings &settings) const override;
    void retranslate() override;

private:
    QComboBox *m_language = nullptr;
    QLabel *m_languageLabel = nullptr;
    QComboBox *m_theme = nullptr;
    QLabel *m_themeLabel = nullptr;
};

class ReviewPage : public FormPage
{
    Q_OBJECT
public:
    explicit ReviewPage(QWidget *parent = nullptr);
    QString title() const override;
    QString iconName() const override { return QStringLiteral("reviewed"); }
    void load(const Settings &settings) override;
    void store(Settings &settings) const override;
    void retranslate() override;

private:
    QLineEdit *m_reader = nullptr;
    QLabel *m_readerLabel = nullptr;
    QLabel *m_remark = nullptr;
};

class DisplayPage : public FormPage
{
    Q_OBJECT
public:
    explicit DisplayPage(QWidget *parent = nullptr);
    QString title() const override;
    QString iconName() const override { return QStringLiteral("heatmap"); }
    void load(const Settings &settings) override;
    void store(Settings &settings) const override;
    void retranslate() override;

private:
    QComboBox *m_colours = nullptr;
    QLabel *m_coloursLabel = nullptr;
    QSpinBox *m_opacity = nullptr;
    QLabel *m_opacityLabel = nullptr;
    QDoubleSpinBox *m_outline = nullptr;
    QLabel *m_outlineLabel = nullptr;
};

class EnginePage : public FormPage
{
    Q_OBJECT
public:
    explicit EnginePage(QWidget *parent = nullptr);
    QString title() const override;
    QString iconName() const override { return QStringLiteral("model"); }
    void load(const Settings &settings) override;
    void store(Settings &settings) const override;
    void retranslate() override;

private:
    QComboBox *m_device = nullptr;
    QLabel *m_deviceLabel = nullptr;
    QSpinBox *m_threads = nullptr;
    QLabel *m_threadsLabel = nullptr;
    QLabel *m_scoringRemark = nullptr;
    QSpinBox *m_results = nullptr;
    QLabel *m_resultsLabel = nullptr;
    QLabel *m_resultsRemark = nullptr;
    QSpinBox *m_cache = nullptr;
    QLabel *m_cacheLabel = nullptr;
    QLabel *m_cacheRemark = nullptr;
};

} // namespace patina
