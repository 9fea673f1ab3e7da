using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>An account as the office typed it; nothing in it is checked.</summary>
public sealed class AccountForm
{
    private const int BigDigits = 11;
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
        Need(!string.IsNullOrWhiteSpace(Name), nameof(Name), "Vul de naam in.");
        if (isStaff)
        {
            return faults;
        }
        Need(CareRoles.Parse(Role) is not null, nameof(Role), "Kies een beroep.");
        Need(Code(Agb) is not null, nameof(Agb), NoAgb);
        Need(IsEmpty(PracticeAgb) || Code(PracticeAgb) is not null, nameof(PracticeAgb), NoAgb);
        Need(IsEmpty(Big) || AccountRequestCheck.Digits(Big)?.Length == BigDigits, nameof(Big), "Dit is geen BIG-nummer. Een BIG-nummer heeft 11 cijfers.");
        return faults;
    }

    /// <summary>The account with what was typed; only when there are no faults.</summary>
    public AccountEdit Edit(Account account) => account.Function.IsStaff()
        ? AccountEdit.Of(account) with { Name = Name!.Trim(), Email = Trim(Email), Phone = Trim(Phone) }
        : AccountEdit.Of(account) with
        {
            Name = Name!.Trim(),
            Role = CareRoles.Parse(Role),
            IsConfirmedPhysician = IsConfirmedPhysician,
            IsInTraining = IsInTraining,
            Agb = Code(Agb),
            PracticeAgb = Code(PracticeAgb),
            BigNumber = AccountRequestCheck.Digits(Big),
            Practice = Trim(Practice),
            Email = Trim(Email),
            Phone = Trim(Phone),
        };

    /// <summary>A new doctor's account with what was typed; only when there are no faults.</summary>
    public Account NewAccount(string uziNumber) => new()
    {
        UziNumber = uziNumber,
        Name = Name!.Trim(),
        Role = CareRoles.Parse(Role),
        IsConfirmedPhysician = IsConfirmedPhysician,
        IsInTraining = IsInTraining,
        Agb = Code(Agb),
        PracticeAgb = Code(PracticeAgb),
        BigNumber = AccountRequestCheck.Digits(Big),
        Practice = Trim(Practice),
        Email = Trim(Email),
        Phone = Trim(Phone),
    };

    private static AgbCode? Code(string? text) => AgbCode.TryRead(AccountRequestCheck.Digits(text));

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Trim(string? text) => IsEmpty(text) ? null : text!.Trim();
}
