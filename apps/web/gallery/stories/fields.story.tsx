import { AtSign, Search } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '../../src/ui/fields/Checkbox.tsx';
import { Combobox } from '../../src/ui/fields/Combobox.tsx';
import { Field } from '../../src/ui/fields/Field.tsx';
import { NumberField } from '../../src/ui/fields/NumberField.tsx';
import { PasswordField } from '../../src/ui/fields/PasswordField.tsx';
import { RadioGroup } from '../../src/ui/fields/RadioGroup.tsx';
import { Segmented } from '../../src/ui/fields/Segmented.tsx';
import { Select } from '../../src/ui/fields/Select.tsx';
import { Switch } from '../../src/ui/fields/Switch.tsx';
import { TextArea } from '../../src/ui/fields/TextArea.tsx';
import { TextField } from '../../src/ui/fields/TextField.tsx';

const cities = [
  'Ahmedabad',
  'Bengaluru',
  'Chennai',
  'Coimbatore',
  'Guwahati',
  'Hyderabad',
  'Indore',
  'Jaipur',
  'Kochi',
  'Kolkata',
  'Kota',
  'Lucknow',
  'Ludhiana',
  'Mumbai',
  'Nagpur',
  'Pune',
  'Surat',
  'Varanasi',
];
const options = cities.map((city) => ({ value: city.toLowerCase(), label: city }));
const column = 'grid max-w-md gap-5';

function Texts() {
  const [name, setName] = useState('Roopkala Sarees');
  return (
    <div className={column}>
      <Field label="Name of the business" help="Customers see it at the top of the chat." required>
        <TextField value={name} onChange={setName} />
      </Field>
      <Field label="Work email" error="That address has no @. Example: meera@roopkala.in" required>
        <TextField type="email" icon={AtSign} value="meera.roopkala.in" onChange={() => {}} />
      </Field>
      <Field label="Password" required>
        <PasswordField value="correct horse" onChange={() => {}} />
      </Field>
      <Field label="Away message">
        <TextArea value="हम सुबह 10 बजे जवाब देंगे। धन्यवाद!" onChange={() => {}} />
      </Field>
      <Field label="Search" hideLabel>
        <TextField icon={Search} placeholder="Search people" value="" onChange={() => {}} />
      </Field>
      <Field label="Phone number id">
        <TextField value="1049283746" disabled onChange={() => {}} />
      </Field>
    </div>
  );
}

function Choices() {
  const [plan, setPlan] = useState('team');
  const [on, setOn] = useState(true);
  const [view, setView] = useState('week');
  return (
    <div className={column}>
      <Checkbox label="Send a copy to me" checked={on} onChange={setOn} />
      <Checkbox label="Everyone in this list" help="3 of 5 chosen" checked="mixed" onChange={() => {}} />
      <Checkbox label="Unavailable" checked={false} disabled onChange={() => {}} />
      <Switch
        label="Quiet hours"
        help="Nothing is sent between 9 pm and 9 am."
        checked={on}
        onChange={setOn}
      />
      <Field label="Who may see it">
        <RadioGroup
          cards
          value={plan}
          onChange={setPlan}
          choices={[
            { value: 'me', label: 'Only me' },
            { value: 'team', label: 'My team', help: 'The 6 people in Support, Surat' },
            { value: 'all', label: 'Everyone in the workspace' },
          ]}
        />
      </Field>
      <Segmented
        label="Period"
        value={view}
        onChange={setView}
        choices={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
        ]}
      />
    </div>
  );
}

function Picks() {
  const [city, setCity] = useState('surat');
  const [role, setRole] = useState('agent');
  const [amount, setAmount] = useState<number | null>(125_000);
  return (
    <div className={column}>
      <Field label="Role">
        <Select
          value={role}
          onChange={setRole}
          options={[
            { value: 'owner', label: 'Owner' },
            { value: 'agent', label: 'Agent' },
            { value: 'marketer', label: 'Marketer' },
          ]}
        />
      </Field>
      <Field label="City" help="Type a few letters.">
        <Combobox options={options} value={city} onChange={setCity} placeholder="Choose a city" />
      </Field>
      <Field label="Monthly budget" help="Sending pauses when it is spent.">
        <NumberField value={amount} onChange={setAmount} step={1000} min={0} unit="₹" />
      </Field>
    </div>
  );
}

export const stories = { texts: Texts, choices: Choices, picks: Picks };
