#include "client/core/kit_notice.h"

#include "client/core/text.h"

namespace puente {

namespace {

Notice invalid(std::string what, std::string whatToDo) {
    return {ExitCode::DataInvalid, std::move(what), {}, std::move(whatToDo)};
}

/// All that a kit and a share have in common; `notOne` is for something else altogether.
Notice noticeOf(const KitFault& fault, Notice notOne) {
    switch (fault.kind) {
    case KitFault::Kind::NotAKit: return notOne;
    case KitFault::Kind::Damaged:
        return invalid(Text::tr("There is a mistake in it, and nothing says where."),
                       Text::tr("Compare each word, or each letter of the line, with the paper."));
    case KitFault::Kind::UnknownWord:
        return invalid(Text::tr("Word %1 is not the one on the paper.").arg(fault.position),
                       Text::tr("Look at it again: a letter may be another, or a word is missing or there twice."));
    case KitFault::Kind::UnknownVersion:
        return invalid(Text::tr("It was made by a later version of Puente."), Text::tr("Install a current version."));
    }
    contractBroken();
}

} // namespace

Notice kitNotice(const KitFault& fault) {
    return noticeOf(fault, invalid(Text::tr("This is not a recovery kit."),
                                   Text::tr("Type all words of the kit, or the line that begins with puente-kit:")));
}

Notice shareNotice(const KitFault& fault) {
    return noticeOf(fault,
                    invalid(Text::tr("This is not a trustee's share."),
                            Text::tr("Type all words of the share, or the line that begins with puente-share:")));
}

Notice combineNotice(CombineFault fault) {
    switch (fault) {
    case CombineFault::TooFew:
        return invalid(Text::tr("These shares are too few."), Text::tr("Each page says how many are needed."));
    case CombineFault::MixedSets:
        return invalid(Text::tr("These shares do not belong together."),
                       Text::tr("Use shares of the same organisation that were made together."));
    case CombineFault::Repeated:
        return invalid(Text::tr("The same share is there twice."), Text::tr("Ask another trustee for a share."));
    case CombineFault::Altered:
        return invalid(Text::tr("These shares do not give the organisation's root: one of them is not as it was made."),
                       Text::tr("Try the shares of other trustees."));
    }
    contractBroken();
}

} // namespace puente
