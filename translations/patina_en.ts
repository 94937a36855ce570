<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>%n group(s) with good images bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>%n group with good images bounds the rate at %1 even if none is flagged</numerusform>
            <numerusform>%n groups with good images bound the rate at %1 even if none is flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good image(s) bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>%n good image bounds the rate at %1 even if it is not flagged</numerusform>
            <numerusform>%n good images bound the rate at %1 even if none is flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: %n group bounds the rate at %2 even if none escapes</numerusform>
            <numerusform>%1: %n groups bound the rate at %2 even if none escapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n defect(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1: %n defect bounds the rate at %2 even if it does not escape</numerusform>
            <numerusform>%1: %n defects bound the rate at %2 even if none escapes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts have training images, too, or parts were made like images of them: the figures may come out too good for parts that were never seen.</source>
        <translation>
            <numerusform>%n group of test parts has training images, too, or parts were made like images of it: the figures may come out too good for parts that were never seen.</numerusform>
            <numerusform>%n groups of test parts have training images, too, or parts were made like images of them: the figures may come out too good for parts that were never seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynthesisWords</name>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::AgreementModel</name>
    <message numerus="yes">
        <source>%1: %2, %3: %4, %n regions</source>
        <translation>
            <numerusform>%1: %2, %3: %4, %n region</numerusform>
            <numerusform>%1: %2, %3: %4, %n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BankFeature</name>
    <message numerus="yes">
        <source>%n regions were written to %1. Training &gt; Keep out takes the list.</source>
        <translation>
            <numerusform>%n region was written to %1. Training &gt; Keep out takes the list.</numerusform>
            <numerusform>%n regions were written to %1. Training &gt; Keep out takes the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BankOriginView</name>
    <message numerus="yes">
        <source>%1 rows of %2 values each, from %3 patches of %n images.</source>
        <translation>
            <numerusform>%1 rows of %2 values each, from %3 patches of %n image.</numerusform>
            <numerusform>%1 rows of %2 values each, from %3 patches of %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BankSuspectsView</name>
    <message numerus="yes">
        <source>%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</source>
        <translation>
            <numerusform>%n region that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</numerusform>
            <numerusform>%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::Chart</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::EvaluationPanel</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n good</numerusform>
            <numerusform>%n good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with defects</source>
        <translation>
            <numerusform>%n with defects</numerusform>
            <numerusform>%n with defects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used</source>
        <translation>
            <numerusform>%n could not be used</numerusform>
            <numerusform>%n could not be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because the model was made from them</source>
        <translation>
            <numerusform>%n left out because the model was made from it</numerusform>
            <numerusform>%n left out because the model was made from them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has judged</source>
        <translation>
            <numerusform>%n nobody has judged</numerusform>
            <numerusform>%n nobody has judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not scored yet</source>
        <translation>
            <numerusform>%n not scored yet</numerusform>
            <numerusform>%n not scored yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::EvaluationTables</name>
    <message numerus="yes">
        <source>%n defects escape</source>
        <translation>
            <numerusform>%n defect escapes</numerusform>
            <numerusform>%n defects escape</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good parts are flagged</source>
        <translation>
            <numerusform>%n good part is flagged</numerusform>
            <numerusform>%n good parts are flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impurities are flagged</source>
        <translation>
            <numerusform>%n impurity is flagged</numerusform>
            <numerusform>%n impurities are flagged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ImageFinding</name>
    <message numerus="yes">
        <source>Of %n images there is a file of the name with another content; it is not taken.</source>
        <translation>
            <numerusform>Of %n image there is a file of the name with another content; it is not taken.</numerusform>
            <numerusform>Of %n images there are files of the name with another content; they are not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::JobBar</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::JournalFeature</name>
    <message numerus="yes">
        <source>File and journal are sound: %n entries follow each other and give what the project holds. The last has the SHA-256 %1.</source>
        <translation>
            <numerusform>File and journal are sound: %n entry gives what the project holds. It has the SHA-256 %1.</numerusform>
            <numerusform>File and journal are sound: %n entries follow each other and give what the project holds. The last has the SHA-256 %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written to %1. The last has the SHA-256 %2.</source>
        <translation>
            <numerusform>%n entry of the journal was written to %1. It has the SHA-256 %2.</numerusform>
            <numerusform>%n entries of the journal were written to %1. The last has the SHA-256 %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::JournalPanel</name>
    <message numerus="yes">
        <source>%n more are in the exported journal.</source>
        <translation>
            <numerusform>%n more is in the exported journal.</numerusform>
            <numerusform>%n more are in the exported journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::LabelFiles</name>
    <message numerus="yes">
        <source>%n labels were imported from %1.</source>
        <translation>
            <numerusform>%n label was imported from %1.</numerusform>
            <numerusform>%n labels were imported from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit: %1.</source>
        <translation>
            <numerusform>%n did not fit: %1.</numerusform>
            <numerusform>%n did not fit: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels were written to %1.</source>
        <translation>
            <numerusform>%n label was written to %1.</numerusform>
            <numerusform>%n labels were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out; the first: %1.</source>
        <translation>
            <numerusform>%n image was left out; the first: %1.</numerusform>
            <numerusform>%n images were left out; the first: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ModelComparisonModel</name>
    <message numerus="yes">
        <source>something of %n images</source>
        <translation>
            <numerusform>something of %n image</numerusform>
            <numerusform>something of %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::OperatingModel</name>
    <message numerus="yes">
        <source>None of %n escaped: with 95 % confidence no more than %1 escape.</source>
        <translation>
            <numerusform>The only one did not escape: with 95 % confidence no more than %1 escape (%n counted).</numerusform>
            <numerusform>None of %n escaped: with 95 % confidence no more than %1 escape.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::PolicyView</name>
    <message numerus="yes">
        <source>Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens one.</source>
        <translation>
            <numerusform>Deciding the first %n ambiguous region settles 80 % of the uncertainty. Return opens it.</numerusform>
            <numerusform>Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ProjectRestoring</name>
    <message numerus="yes">
        <source>%n changes behind that, up to %1, cannot be made again.</source>
        <translation>
            <numerusform>%n change behind that, up to %1, cannot be made again.</numerusform>
            <numerusform>%n changes behind that, up to %1, cannot be made again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RangePanel</name>
    <message numerus="yes">
        <source>They lie between the %n places where real ones lay. With their usual values they lie anywhere.</source>
        <translation>
            <numerusform>They lie at the %n place where a real one lay. With their usual values they lie anywhere.</numerusform>
            <numerusform>They lie between the %n places where real ones lay. With their usual values they lie anywhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>%n region is flagged. To decide what it is, make a project of the folder.</numerusform>
            <numerusform>%n regions are flagged. To decide what they are, make a project of the folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%1 of %n region is decided.</numerusform>
            <numerusform>%1 of %n regions are decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>%1 of %n flagged image is reviewed.</numerusform>
            <numerusform>%1 of %n flagged images are reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>%n problem was found in the folder: %1</numerusform>
            <numerusform>%n problems were found in the folder; the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n image was not scored; it is marked in the list.</numerusform>
            <numerusform>%n images were not scored; they are marked in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::StudyResultView</name>
    <message numerus="yes">
        <source>%n arms</source>
        <translation>
            <numerusform>%n arm</numerusform>
            <numerusform>%n arms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts</source>
        <translation>
            <numerusform>%n group of test parts</numerusform>
            <numerusform>%n groups of test parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs were there already</source>
        <translation>
            <numerusform>%n run was there already</numerusform>
            <numerusform>%n runs were there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::SynthesisOutputBox</name>
    <message numerus="yes">
        <source>A data set of another specification lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>A data set of another specification lies there: %n of its images is replaced.</numerusform>
            <numerusform>A data set of another specification lies there: %n of its images are replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another version of the program made what lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>Another version of the program made what lies there: %n of its images is replaced.</numerusform>
            <numerusform>Another version of the program made what lies there: %n of its images are replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others are removed.</source>
        <translation>
            <numerusform>%n other is removed.</numerusform>
            <numerusform>%n others are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images are there and stay.</source>
        <translation>
            <numerusform>%n image is there and stays.</numerusform>
            <numerusform>%n images are there and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are left</source>
        <translation>
            <numerusform>%Ln of %1 is left</numerusform>
            <numerusform>%Ln of %1 are left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPage</name>
    <message numerus="yes">
        <source>%n of them stood already.</source>
        <translation>
            <numerusform>%n of them stood already.</numerusform>
            <numerusform>%n of them stood already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images.</source>
        <translation>
            <numerusform>%n image.</numerusform>
            <numerusform>%n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::ThresholdBar</name>
    <message numerus="yes">
        <source>Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with a folder of good parts.</source>
        <translation>
            <numerusform>Thresholds are rough: they come from %n held-out good image. Hold out more, or calibrate with a folder of good parts.</numerusform>
            <numerusform>Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with a folder of good parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::TrainingPanel</name>
    <message numerus="yes">
        <source>%n images train the bank</source>
        <translation>
            <numerusform>%n image trains the bank</numerusform>
            <numerusform>%n images train the bank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held out for the score scale</source>
        <translation>
            <numerusform>%n is held out for the score scale</numerusform>
            <numerusform>%n are held out for the score scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n images can be read: put the files back where they were, or choose another folder.</source>
        <translation>
            <numerusform>%n image cannot be read: put the file back where it was, or choose another folder.</numerusform>
            <numerusform>None of the %n images can be read: put the files back where they were, or choose another folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::TrainingProgressView</name>
    <message numerus="yes">
        <source>%n images were left out.</source>
        <translation>
            <numerusform>%n image was left out.</numerusform>
            <numerusform>%n images were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regions are suspect; the list and their pictures are in %1.</source>
        <translation>
            <numerusform>%n region is suspect; the list and their pictures are in %1.</numerusform>
            <numerusform>%n regions are suspect; the list and their pictures are in %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
