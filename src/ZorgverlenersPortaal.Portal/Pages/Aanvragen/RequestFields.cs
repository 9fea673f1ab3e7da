using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>The fields of a request for an account.</summary>
/// <param name="Form">What was typed, or read from a card.</param>
public sealed record RequestFields(AccountRequestForm Form)
{
    /// <summary>Answers to "are you in training?".</summary>
    public static IReadOnlyList<Choice> TrainingAnswers { get; } = [new(bool.FalseString, "Nee"), new(bool.TrueString, "Ja")];

    /// <summary>What a card tells about its holder, to be looked at by her; nothing of it is trusted.</summary>
    public static AccountRequestForm OfCard(UziIdentity card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new()
        {
            Name = card.DisplayName,
            UziNumber = card.UziNumber,
            Agb = card.Agb,
            Role = Dossier.CareRoles.OfCode(card.RoleCode) is { } role ? RoleChoices.Value(role) : null,
            Practice = card.Organization,
        };
    }

    /// <summary>The faults with the names of the form's fields.</summary>
    public static IReadOnlyList<FormFault> Faults(IEnumerable<RequestFault> faults) =>
        [.. faults.Select(fault => new FormFault($"{nameof(Form)}.{fault.Field()}", fault.Dutch()))];
}
