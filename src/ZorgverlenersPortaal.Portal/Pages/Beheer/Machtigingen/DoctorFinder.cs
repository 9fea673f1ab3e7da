using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Machtigingen;

/// <summary>Finds the one doctor that the office means, by number or by name.</summary>
public sealed class DoctorFinder(AccountDirectory accounts)
{
    /// <summary>What the office reads when there is not exactly one.</summary>
    public const string NotOne = "Hierbij vinden we niet precies één zorgverlener. Vul het UZI-nummer in.";

    private const int Looked = 20;

    /// <summary>Digits as they were typed; of a name the number of the one active doctor it fits; else null.</summary>
    public async Task<string?> UziNumberAsync(string? text, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (AccountRequestCheck.Digits(text) is { } digits)
        {
            return digits;
        }
        var found = await accounts.SearchAsync(new() { Text = text, State = AccountState.Active, Page = 1, PageSize = Looked }, cancellation);
        var doctors = found.Accounts.Where(line => line.Account.Function == AccountFunction.CareProvider).ToList();
        return found.Pages == 1 && doctors.Count == 1 ? doctors[0].Account.UziNumber : null;
    }
}
