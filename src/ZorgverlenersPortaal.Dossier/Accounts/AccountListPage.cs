namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>One page of the office's list, by name.</summary>
/// <param name="Accounts">The accounts on it.</param>
/// <param name="Found">How many fit the search.</param>
/// <param name="Page">Which page this is, from 1; the last one when a later one was asked.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record AccountListPage(IReadOnlyList<AccountListing> Accounts, int Found, int Page, int Pages);
