import type { Json, JsonObject } from '../../world/json.ts';
import type { Ledger } from '../ledger.ts';
import { type Configuration, type ConfigurationStatus, keyOf, secondsOf } from '../records.ts';
import { categoryOf, purposeOf } from './codes.ts';

const linkLasts = 7 * 24 * 3_600_000;

/** Changes of how an account is paid, each of which its subscribers hear of. */
export class Configurations {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  create(given: Omit<Configuration, 'id' | 'status' | 'createdAt' | 'updatedAt'>): Configuration {
    const { configurations, now } = this.#ledger;
    const configuration = configurations.put({
      ...given,
      id: keyOf(given.wabaId, given.name),
      // A UPI address needs no consent of anybody.
      status: given.provider === 'upi_vpa' ? 'Active' : 'Needs_Connecting',
      createdAt: now,
      updatedAt: now,
    });
    this.#tell(configuration);
    return configuration;
  }

  /** A new link to connect it with; the one before works no more. */
  link(configuration: Configuration, redirectUrl?: string): { token: string; until: number } {
    const { configurations, emulator, now } = this.#ledger;
    const link = { token: emulator.world.random.hex(32).toLowerCase(), until: now + linkLasts };
    configurations.change(configuration.id, {
      link,
      ...(redirectUrl !== undefined && { redirectUrl }),
    });
    return link;
  }

  /** The business agreed at the gateway. Until somebody paid it is only known to be connected. */
  connect({ id, provider }: Configuration): Configuration {
    const digits = this.#ledger.emulator.world.random.hex(14);
    const merchantId = provider === 'razorpay' ? `acc_${digits}` : digits;
    return this.#change(id, { merchantId, link: undefined, status: 'Needs_Testing' });
  }

  setStatus({ id, status }: Configuration, next: ConfigurationStatus): void {
    if (status !== next) this.#change(id, { status: next });
  }

  #change(id: string, patch: Partial<Configuration>): Configuration {
    const { configurations, now } = this.#ledger;
    const configuration = configurations.change(id, { ...patch, updatedAt: now });
    this.#tell(configuration);
    return configuration;
  }

  /** Gateways only: Meta's webhook names no UPI addresses. */
  #tell({ wabaId, name, provider, merchantId, status, createdAt, updatedAt }: Configuration): void {
    if (provider === 'upi_vpa') return;
    const value: JsonObject = {
      configuration_name: name,
      provider_name: provider,
      ...(merchantId !== undefined && { provider_mid: merchantId }),
      // The webhook prints a blank where reading prints an underscore.
      status: status.replace('_', ' '),
      created_timestamp: secondsOf(createdAt),
      updated_timestamp: secondsOf(updatedAt),
    };
    this.#ledger.emulator.webhooks.send({ wabaId, field: 'payment_configuration_update', value });
  }
}

/** As Graph shows it. */
export function showConfiguration(configuration: Configuration): Record<string, Json> {
  const { name, provider, categoryCode, purposeCode, merchantId, vpa, dataEndpointUrl } = configuration;
  return {
    configuration_name: name,
    ...(categoryCode !== undefined && { merchant_category_code: categoryOf(categoryCode) }),
    ...(purposeCode !== undefined && { purpose_code: purposeOf(purposeCode) }),
    status: configuration.status,
    provider_name: provider,
    ...(merchantId !== undefined && { provider_mid: merchantId }),
    ...(vpa !== undefined && { merchant_vpa: vpa }),
    ...(dataEndpointUrl !== undefined && { data_endpoint_url: dataEndpointUrl }),
    created_timestamp: secondsOf(configuration.createdAt),
    updated_timestamp: secondsOf(configuration.updatedAt),
  };
}
