using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>An account as the office typed it; nothing in it is checked.</summary>
public sealed class AccountForm
{
    private const string NoAgb = "Dit is geen AGB-code. Een AGB-code heeft 8 cijfers.";

    /// <inheritdoc cref="Account.Name"/>
    public string? Name { get; set; }

    /// <summary>huisarts, so or avg.</summary>
    public string? Role { get; set; }

    /// <inheritdoc cref="Account.IsConfirmedPhysician"/>
    public bool IsConfirmedPhysician { get; set; }

    /// <inheritdoc cref="Account.IsInTraining"/>
    public bool IsInTraining { get; set; }

    /// <inheritdoc cref="Account.Agb"/>
    public string? Agb { get; set; }

    /// <inheritdoc cref="Account.PracticeAgb"/>
    public string? PracticeAgb { get; set; }

    /// <inheritdoc cref="Account.IsPracticeManager"/>
    public bool IsPracticeManager { get; set; }

    /// <inheritdoc cref="Account.BigNumber"/>
    public string? Big { get; set; }

    /// <inheritdoc cref="Account.Practice"/>
    public string? Practice { get; set; }

    /// <inheritdoc cref="Account.Email"/>
    public string? Email { get; set; }

    /// <inheritdoc cref="Account.Phone"/>
    public string? Phone { get; set; }

    /// <summary>What an account says now.</summary>
    public static AccountForm Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            Name = account.Name,
            Role = account.Role is { } role ? RoleChoices.Value(role) : null,
            IsConfirmedPhysician = account.IsConfirmedPhysician,
            IsInTraining = account.IsInTraining,
            Agb = account.Agb?.Value,
            PracticeAgb = account.PracticeAgb?.Value,
            IsPracticeManager = account.IsPracticeManager,
            Big = account.BigNumber,
            Practice = account.Practice,
            Email = account.Email,
            Phone = account.Phone,
        };
    }

    /// <summary>What cannot be read of it, in the order of the form.</summary>
    public IReadOnlyList<FormFault> Faults(string prefix, bool isStaff)
    {
        var faults = new List<FormFault>();
        void Need(bool ok, string field, string text)
        {
            if (!ok)
            {
                faults.Add(new($"{prefix}.{field}", text));
            }
        }
        Need(AccountFields.Line(Name) is not null, nameof(Name), "Vul de naam in, hoogstens 100 tekens.");
        if (!isStaff)
        {
            Need(AccountFields.Agb(Agb) is not null, nameof(Agb), NoAgb);
            Need(CareRoles.Parse(Role) is not null, nameof(Role), "Kies een beroep.");
            Need(IsEmpty(Big) || AccountFields.Big(Big) is not null, nameof(Big), "Dit is geen BIG-nummer. Een BIG-nummer heeft 11 cijfers.");
            Need(IsEmpty(Practice) || AccountFields.Line(Practice) is not null, nameof(Practice), "Gebruik hoogstens 100 tekens.");
            Need(IsEmpty(PracticeAgb) || AccountFields.Agb(PracticeAgb) is not null, nameof(PracticeAgb), NoAgb);
            Need(!IsPracticeManager || !IsEmpty(PracticeAgb), nameof(IsPracticeManager), "Vul ook de AGB-code van de praktijk in.");
        }
        Need(IsEmpty(Email) || AccountFields.Email(Email) is not null, nameof(Email), "Dit is geen e-mailadres.");
        Need(IsEmpty(Phone) || AccountFields.Phone(Phone) is not null, nameof(Phone), "Dit is geen telefoonnummer. Een telefoonnummer heeft ten minste 10 cijfers.");
        return faults;
    }

    /// <summary>The account with what was typed; only when there are no faults.</summary>
    public AccountEdit Edit(Account account)
    {
        var edit = AccountEdit.Of(account) with { Name = AccountFields.Line(Name)!, Email = AccountFields.Email(Email), Phone = AccountFields.Phone(Phone) };
        return account.Function.IsStaff() ? edit : edit with
        {
            Role = CareRoles.Parse(Role),
            IsConfirmedPhysician = IsConfirmedPhysician,
            IsInTraining = IsInTraining,
            Agb = AccountFields.Agb(Agb),
            PracticeAgb = AccountFields.Agb(PracticeAgb),
            IsPracticeManager = IsPracticeManager,
            BigNumber = AccountFields.Big(Big),
            Practice = AccountFields.Line(Practice),
        };
    }

    /// <summary>A new doctor's account with what was typed; only when there are no faults.</summary>
    public Account NewAccount(string uziNumber) => new()
    {
        UziNumber = uziNumber,
        Name = AccountFields.Line(Name)!,
        Role = CareRoles.Parse(Role),
        IsConfirmedPhysician = IsConfirmedPhysician,
        IsInTraining = IsInTraining,
        Agb = AccountFields.Agb(Agb),
        PracticeAgb = AccountFields.Agb(PracticeAgb),
        IsPracticeManager = IsPracticeManager,
        BigNumber = AccountFields.Big(Big),
        Practice = AccountFields.Line(Practice),
        Email = AccountFields.Email(Email),
        Phone = AccountFields.Phone(Phone),
    };

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
