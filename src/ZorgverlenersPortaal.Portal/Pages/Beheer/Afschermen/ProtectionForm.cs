using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Consents;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Afschermen;

/// <summary>A patient to put on the list, as typed.</summary>
public sealed record ProtectionForm
{
    /// <summary>Name of the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>8 or 9 digits.</summary>
    public string? Bsn { get; set; }

    /// <summary>Id at the EPD.</summary>
    public string? PatientId { get; set; }

    /// <summary>AGB code of the one doctor or practice.</summary>
    public string? Against { get; set; }

    /// <summary>Last day.</summary>
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The kinds as answers.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<ProtectionKind>().Select(kind => new Choice(kind.ToString(), kind.Dutch(), Hint(kind)))];

    /// <summary>What does not read as what it should be.</summary>
    internal IEnumerable<FormFault> Faults(string name)
    {
        if (KindOf is null)
        {
            yield return new($"{name}.{nameof(Kind)}", "Kies waarom het dossier wordt afgeschermd.");
        }
        if (IsTyped(Bsn) && BsnOf is null)
        {
            yield return new($"{name}.{nameof(Bsn)}", "Dit is geen BSN. Controleer de cijfers.");
        }
        if (IsTyped(Against) && AgainstOf is null)
        {
            yield return new($"{name}.{nameof(Against)}", "Dit is geen AGB-code. Vul 8 cijfers in.");
        }
        if (IsTyped(LastDay) && DutchDay.Read(LastDay) is null)
        {
            yield return new($"{name}.{nameof(LastDay)}", DutchDay.Fault);
        }
    }

    /// <summary>Of a form without faults.</summary>
    internal ProtectionRequest Request() => new()
    {
        Kind = KindOf!.Value,
        Bsn = BsnOf,
        PatientId = IsTyped(PatientId) ? PatientId!.Trim() : null,
        Against = AgainstOf,
        LastDay = DutchDay.Read(LastDay),
        Reason = Reason ?? "",
    };

    private ProtectionKind? KindOf => Enum.GetValues<ProtectionKind>().Where(kind => kind.ToString() == Kind).Select(kind => (ProtectionKind?)kind).FirstOrDefault();

    private Bsn? BsnOf => Dossier.Bsn.TryRead(AccountRequestCheck.Digits(Bsn));

    private AgbCode? AgainstOf => AgbCode.TryRead(AccountRequestCheck.Digits(Against));

    private static bool IsTyped(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string Hint(ProtectionKind kind) => kind switch
    {
        ProtectionKind.PatientWish => "Het dossier gaat niet open, ook niet voor de eigen huisarts.",
        ProtectionKind.OwnStaff or ProtectionKind.PublicFigure => "Hoe streng dit is, stelt het ziekenhuis in.",
    };
}
