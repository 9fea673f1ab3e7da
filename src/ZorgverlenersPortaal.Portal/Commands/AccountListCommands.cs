using System.Globalization;
using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Many accounts at once from the command line.</summary>
internal static class AccountListCommands
{
    private const int PageSize = 200;

    public static async Task<int> ListAsync(CommandInput input)
    {
        var text = input.Optional("search");
        input.Done();
        await using var at = new AccountsAtHand(input);
        var directory = at.Get<AccountDirectory>();
        var search = new AccountSearch { Text = text, PageSize = PageSize };
        AccountListPage page;
        do
        {
            page = await directory.SearchAsync(search, CancellationToken.None);
            foreach (var row in page.Accounts)
            {
                Console.WriteLine(Line(row));
            }
            search = search with { Page = search.Page + 1 };
        }
        while (search.Page <= page.Pages);
        Console.WriteLine(Text($"{page.Found} accounts."));
        return 0;
    }

    public static async Task<int> ImportAsync(string file, CommandInput input)
    {
        var isDryRun = input.Has("dry-run");
        input.Done();
        await using var csv = File.OpenRead(file);
        await using var at = new AccountsAtHand(input);
        var result = await at.Get<AccountImport>().RunAsync(csv, isDryRun, at.By, CancellationToken.None);
        foreach (var line in result.Refused)
        {
            await Console.Error.WriteLineAsync(Text($"line {line.Line}: {line.Refusal} {line.Value}").TrimEnd());
        }
        if (result.Refused.Count > 0)
        {
            await Console.Error.WriteLineAsync(Text($"{result.Refused.Count} faults in {result.Lines} lines; nothing was added."));
            return 1;
        }
        Console.WriteLine(Text(result.IsAdded
            ? (FormattableString)$"Added {result.Lines} accounts."
            : $"{result.Lines} accounts are in order; nothing was added."));
        return 0;
    }

    private static string Line(AccountListing row) => Text(
        $"{row.Account.UziNumber}  {row.Account.Agb?.Value ?? "--------"}  {row.State,-18}  {row.Account.Role?.ToString() ?? row.Account.Function.ToString(),-31}  until {row.ConfirmedUntil:yyyy-MM-dd}  {row.Account.Name}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
